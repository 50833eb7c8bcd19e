"""Light, dark, or as the browser has it; kept in a cookie of this browser."""

from typing import Annotated, Literal

from fastapi import APIRouter, Form
from fastapi.responses import RedirectResponse

from sayso.web.back import inside

router = APIRouter()

YEAR = 365 * 24 * 3600


@router.post("/theme", include_in_schema=False)
def theme(
    to: Annotated[Literal["auto", "light", "dark"], Form()], back: Annotated[str, Form()] = "/"
) -> RedirectResponse:
    """Choose the theme and go back to where one was."""
    answer = RedirectResponse(inside(back, "/"), 303)
    answer.set_cookie("theme", to, max_age=YEAR, httponly=True, samesite="lax")
    return answer
