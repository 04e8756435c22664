using Microsoft.CodeAnalysis;

namespace TaskGen.Generator.Diagnostics;

/// <content>The descriptors for dispatches and the bodies of task methods: TG0300-0305 and TG0310-0313.</content>
internal static partial class Descriptors
{
    private const string Usage = "TaskGen.Usage";

    public static readonly DiagnosticDescriptor DispatchNotAwaited = new(
        DiagnosticIds.DispatchNotAwaited, "Dispatch is not awaited",
        "'{0}' is not awaited, so execution may continue before the task is dispatched, and exceptions are not observed. Await the call.",
        Usage, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.DispatchNotAwaited));

    public static readonly DiagnosticDescriptor BlockingWait = new(
        DiagnosticIds.BlockingWait, "Task blocks a thread instead of awaiting",
        "'{0}' in task '{1}' may block a thread that other tasks need. Await the operation instead.", Usage, DiagnosticSeverity.Warning,
        isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.BlockingWait));

    public static readonly DiagnosticDescriptor BlockingCall = new(
        DiagnosticIds.BlockingCall, "Task calls a blocking method", "'{0}' in task '{1}' may {2}. {3}.",
        Usage, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.BlockingCall));

    public static readonly DiagnosticDescriptor ArgumentDiffersPerDispatch = new(
        DiagnosticIds.ArgumentDiffersPerDispatch, "Argument of an idempotent task is different in every dispatch",
        "'{0}' has a different value in every dispatch, so a dispatch of idempotent task '{1}' may never join an existing task. "
        + "Pass a value that identifies the work, or set EnqueueOptions.IdempotencyKey with With(...).", Usage, DiagnosticSeverity.Warning,
        isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.ArgumentDiffersPerDispatch));

    public static readonly DiagnosticDescriptor SoftLimitSwallowed = new(
        DiagnosticIds.SoftLimitSwallowed, "Catch clause may swallow the soft time limit",
        "This catch clause in task '{0}' may swallow the OperationCanceledException that the soft time limit causes, so the task "
        + "continues or is recorded as successful. {1}.", Usage, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.SoftLimitSwallowed));

    public static readonly DiagnosticDescriptor UnknownTaskName = new(
        DiagnosticIds.UnknownTaskName, "No task has this name",
        "This dispatch may fail at run time because no task in this project or its references is named '{0}'. {1}.", Usage,
        DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.UnknownTaskName));

    public static readonly DiagnosticDescriptor DerivedObjectSliced = new(
        DiagnosticIds.DerivedObjectSliced, "Derived object is serialized as its base type",
        "{0} may be {1} because {2} is of type '{3}'{4}. {5}.", Usage, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.DerivedObjectSliced));

    public static readonly DiagnosticDescriptor RetryWithoutRetries = new(
        DiagnosticIds.RetryWithoutRetries, "Task that requests a retry does not set Retry",
        "Task '{0}' may become a dead letter when it throws TaskRetryException because it is retried only if a dispatch sets "
        + "EnqueueOptions.Retry. Set Retry in the [Task] attribute, or set it to 0 if this is intended.", Usage,
        DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.RetryWithoutRetries));

    public static readonly DiagnosticDescriptor IgnoredResultRead = new(
        DiagnosticIds.IgnoredResultRead, "Result or state of the task is not stored",
        "'{0}' may throw InvalidOperationException because task '{1}' sets IgnoreResult, so its {2} is not stored. "
        + "Remove IgnoreResult from the [Task] attribute, or remove this call.", Usage, DiagnosticSeverity.Warning,
        isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.IgnoredResultRead));

    public static readonly DiagnosticDescriptor ResultEvaluatedLate = new(
        DiagnosticIds.ResultEvaluatedLate, "Result is evaluated too late",
        "{0} that task '{1}' returns may {2}. {3}.", Usage, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.ResultEvaluatedLate));
}
