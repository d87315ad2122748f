"""The commands of `civicgraph review`: people look at uncertain names, and decide."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Literal, get_args

import click

from kg import review as reviewing
from kg import review_log, verdicts
from kg.console import JSON, STORE, choose, counted, show_pair, show_table
from kg.entities.judgements import WITHDRAWN, Verdict
from kg.entities.scoring import explained
from kg.errors import UsageError

SAME_STORE = click.option(
    "--store",
    type=click.Path(path_type=Path),
    callback=lambda ctx, _, value: value or ctx.parent.params["store"],
    help="The folder of the graph.  [default: that of civicgraph review]",
)
WHO = click.option("--who", required=True, help="The name of the person who decides.")
REASON = click.option("--reason", default="", help="Why, in free words.")
CLASS = click.option("--class", "cls", default="", help="The class of both, where the names bear several.")
BUILD_AGAIN = "Build again to apply it."
NO_PAIRS = "No pair is left to decide."


@click.group(invoke_without_command=True, short_help="Decide which uncertain names are one thing.")
@STORE
@click.option("--all", "every", is_flag=True, help="List the judged pairs as well.")
@JSON
@click.pass_context
def review(ctx: click.Context, store: Path, every: bool, as_json: bool) -> None:
    """List the pairs of names that are alike, but not enough to be joined without asking: both sides with the
    sentences that name them, and what speaks for and against. What people decide wins over every rule, in every
    later build.

    \b
    Examples:
      civicgraph review
      civicgraph review ask
      civicgraph review decide "Hussein Abdi" "Hussain Abdi" same --who Ann --reason "one case number"
      civicgraph review undo --who Ann
    """
    if ctx.invoked_subcommand:
        return
    found = reviewing.questions(store, every)
    if as_json:
        click.echo(json.dumps([q.as_json() for q in found], ensure_ascii=False))
        return
    for number, one in enumerate(found, 1):
        show_pair(number, one.pair, one.judged.verdict if one.judged else "")
    click.echo(
        f"{counted(len(found), 'pairs')}. Decide with: civicgraph review ask --store {store}" if found else NO_PAIRS
    )


@review.command("ask", short_help="Go through the pairs, one question each.")
@SAME_STORE
@click.option("--who", prompt="Your name", help="Who decides.")
def review_ask(store: Path, who: str) -> None:
    """Show each pair that nobody has judged and ask: same, different or unsure, and why. Each answer is written at
    once.

    \b
    Example:
      civicgraph review ask --who Ann
    """
    found, decided = reviewing.questions(store), 0
    for number, one in enumerate(found, 1):
        show_pair(number, one.pair)
        answer, reason = choose()
        if answer == "quit":
            break
        if answer != "next":
            reviewing.decide(store, *one.names, answer, who=who, reason=reason, cls=one.cls)
            decided += 1
    done = f"{counted(decided, 'pairs')} decided. {BUILD_AGAIN}" if decided else "Nothing was decided."
    click.echo(done if found else NO_PAIRS)


@review.command("decide", short_help="Say whether two names are one thing.")
@click.argument("left")
@click.argument("right")
@click.argument("verdict", type=click.Choice(["same", "different", "unsure"]))
@SAME_STORE
@WHO
@REASON
@CLASS
@JSON
def review_decide(
    left: str, right: str, verdict: Verdict, store: Path, who: str, reason: str, cls: str, as_json: bool
) -> None:
    """Record that LEFT and RIGHT are the same, different, or that nobody can tell (unsure: they stay apart, and are
    not asked about again). Any two names of the graph may be judged, listed or not.

    \b
    Example:
      civicgraph review decide "Hussein Abdi" "Hussain Abdi" same --who Ann --reason "one case number"
    """
    made = reviewing.decide(store, left, right, verdict, who=who, reason=reason, cls=cls)
    said = f"{made.cls} {made.left!r} and {made.right!r}: {made.verdict}, says {made.who}. {BUILD_AGAIN}"
    click.echo(json.dumps(asdict(made), ensure_ascii=False) if as_json else said)


@review.command("undo", short_help="Withdraw a judgement.")
@click.argument("names", nargs=-1, metavar="[LEFT RIGHT]")
@SAME_STORE
@WHO
@REASON
@CLASS
def review_undo(names: tuple[str, ...], store: Path, who: str, reason: str, cls: str) -> None:
    """Withdraw the latest judgement on LEFT and RIGHT, or the latest of all. The log keeps both lines; what was
    judged before counts again, else the rules decide.

    \b
    Example:
      civicgraph review undo "Hussein Abdi" "Hussain Abdi" --who Ann --reason "two case numbers after all"
    """
    if len(names) not in {0, 2}:
        raise UsageError("give both names, or none for the latest judgement")
    gone, *now = reviewing.undo(store, names, who=who, reason=reason, cls=cls)
    counts = f"what {now[0].who} said before counts: {now[0].verdict}" if now else "the rules decide again"
    click.echo(f"Withdrawn: {gone.left!r} and {gone.right!r} {gone.verdict}; {counts}. {BUILD_AGAIN}")


@review.command("fact", short_help="Say whether a sentence says what was read from it.")
@click.argument("claim")
@click.argument("verdict", type=click.Choice([*get_args(verdicts.Found), WITHDRAWN]))
@SAME_STORE
@WHO
@REASON
def judge_fact(claim: str, verdict: verdicts.Found | Literal["withdrawn"], store: Path, who: str, reason: str) -> None:
    """Record that a CLAIM is right, wrong (its sentence does not say so: the next build leaves it out), or that nobody
    can tell (unsure). "withdrawn" takes the latest verdict on it back. Claims stand in the answers of
    civicgraph query facts-of-a-document.

    \b
    Example:
      civicgraph review fact 0f3a… wrong --who Ann --reason "she was the judge, not the accused"
    """
    if verdict == "withdrawn":
        gone = verdicts.undo(store, claim, who=who, reason=reason)
        click.echo(f"Withdrawn: {gone.said}, which {gone.who} found {gone.verdict}. {BUILD_AGAIN}")
    else:
        given = verdicts.judge(store, claim, verdict, who=who, reason=reason)
        click.echo(f"{given.said}: {given.verdict}, says {given.who}. {BUILD_AGAIN}")


@review.command("log", short_help="List what was decided, by whom and why.")
@SAME_STORE
@JSON
def show_log(store: Path, as_json: bool) -> None:
    """List every line of the log, oldest first, with what became of it: counts, replaced, withdrawn, withdraws.

    \b
    Example:
      civicgraph review log --json
    """
    lines = review_log.log(store)
    if as_json:
        click.echo(json.dumps([one.as_json() for one in lines], ensure_ascii=False))
        return
    cells = [(one.about, one.verdict, one.state, one.line.who, one.line.when[:10], one.line.reason) for one in lines]
    show_table(("about", "verdict", "state", "who", "when", "reason"), cells)


@review.command("rules", short_help="Explain the score.")
def review_rules() -> None:
    """List the functions whose points add up to a score, and what each counts; from 90 on names are joined unasked,
    from 55 on people are asked.

    \b
    Example:
      civicgraph review rules
    """
    show_table(("of", "rule", "what it counts"), explained())
