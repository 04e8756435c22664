using Microsoft.CodeAnalysis;

namespace TaskGen.Generator.Diagnostics;

/// <content>How tasks are dispatched and what their bodies do: TG0300-0399.</content>
internal static partial class Descriptors
{
    private const string Usage = "TaskGen.Usage";

    public static readonly DiagnosticDescriptor DispatchNotAwaited = new(
        DiagnosticIds.DispatchNotAwaited, "Dispatch is not awaited",
        "'{0}' is not awaited, so it may not have dispatched anything when this code goes on, and nobody learns that it failed; await it",
        Usage, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.DispatchNotAwaited));

    public static readonly DiagnosticDescriptor BlockingWait = new(
        DiagnosticIds.BlockingWait, "Task blocks a thread instead of awaiting",
        "'{0}' may keep a thread from other tasks while task '{1}' waits; await instead", Usage, DiagnosticSeverity.Warning,
        isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.BlockingWait));

    public static readonly DiagnosticDescriptor BlockingCall = new(
        DiagnosticIds.BlockingCall, "Task calls a blocking method", "'{0}' in task '{1}' may {2}; {3}",
        Usage, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.BlockingCall));

    public static readonly DiagnosticDescriptor ArgumentNeverJoins = new(
        DiagnosticIds.ArgumentNeverJoins, "Argument of an idempotent task is different in every dispatch",
        "'{0}' is new at every dispatch, so idempotent task '{1}' may never join an equal one; "
        + "pass what names the work, or set an IdempotencyKey by With(...)", Usage, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.ArgumentNeverJoins));

    public static readonly DiagnosticDescriptor SoftLimitSwallowed = new(
        DiagnosticIds.SoftLimitSwallowed, "Catch clause may swallow the soft time limit",
        "This catch of task '{0}' may swallow the cancellation of its soft time limit, "
        + "and the task goes on or ends as if it had succeeded; {1}", Usage, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.SoftLimitSwallowed));

    public static readonly DiagnosticDescriptor UnknownTaskName = new(
        DiagnosticIds.UnknownTaskName, "No task has this name",
        "No task of this project or of what it references has the name '{0}', so this dispatch may fail{1}", Usage,
        DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.UnknownTaskName));
}
