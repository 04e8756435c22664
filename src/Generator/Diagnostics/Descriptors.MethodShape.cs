using Microsoft.CodeAnalysis;

namespace TaskGen.Generator.Diagnostics;

/// <content>What the method, its class and its attributes say: TG0001-0099.</content>
internal static partial class Descriptors
{
    private const string MethodShape = "TaskGen.Signature";

    public static readonly DiagnosticDescriptor NotAccessible = new(
        DiagnosticIds.NotAccessible, "A task must be accessible",
        "Task '{0}' cannot be called by generated code: '{1}' is not public or internal", MethodShape, DiagnosticSeverity.Error,
        isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.NotAccessible));

    public static readonly DiagnosticDescriptor AsyncVoid = new(
        DiagnosticIds.AsyncVoid, "A task must not be async void",
        "Task '{0}' is async void, so nobody learns when it ends or fails; return Task", MethodShape, DiagnosticSeverity.Error,
        isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.AsyncVoid));

    public static readonly DiagnosticDescriptor ParameterCannotTravel = new(
        DiagnosticIds.ParameterCannotTravel, "A parameter cannot travel", "Parameter '{1}' of task '{0}' cannot travel: {2}",
        MethodShape, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.ParameterCannotTravel));

    public static readonly DiagnosticDescriptor ReturnCannotTravel = new(
        DiagnosticIds.ReturnCannotTravel, "A result cannot travel", "The result of task '{0}' cannot travel: {1}",
        MethodShape, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.ReturnCannotTravel));

    public static readonly DiagnosticDescriptor Generic = new(
        DiagnosticIds.Generic, "A task must not be generic",
        "Task '{0}' cannot run: '{1}' has type parameters, and a payload names no types", MethodShape, DiagnosticSeverity.Error,
        isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.Generic));

    public static readonly DiagnosticDescriptor Overloaded = new(
        DiagnosticIds.Overloaded, "Overloaded tasks need names of their own",
        "Task '{0}' has the name of another task of its class; give each of them its own [Task(Name = \"...\")]", MethodShape,
        DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.Overloaded));

    public static readonly DiagnosticDescriptor NoUsableConstructor = new(
        DiagnosticIds.NoUsableConstructor, "A class of tasks must be constructible", "Task '{0}' needs an instance of '{1}', which {2}",
        MethodShape, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.NoUsableConstructor));

    public static readonly DiagnosticDescriptor InjectedTwice = new(
        DiagnosticIds.InjectedTwice, "An injected parameter is there twice",
        "Parameter '{1}' of task '{0}' is a second {2}; an execution has only one", MethodShape, DiagnosticSeverity.Error,
        isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.InjectedTwice));

    public static readonly DiagnosticDescriptor NotAnOrdinaryMethod = new(
        DiagnosticIds.NotAnOrdinaryMethod, "A task must be an ordinary method",
        "'{0}' cannot be a task: it is {1}, not an ordinary method of a class or struct", MethodShape, DiagnosticSeverity.Error,
        isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.NotAnOrdinaryMethod));

    public static readonly DiagnosticDescriptor ValueOutOfRange = new(
        DiagnosticIds.ValueOutOfRange, "A value of the task's attribute is out of range", "{1} of task '{0}' is {2}; it must be {3}",
        MethodShape, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.ValueOutOfRange));

    public static readonly DiagnosticDescriptor ConditionCannotBeCalled = new(
        DiagnosticIds.ConditionCannotBeCalled, "A condition must be a static method of two JSON elements",
        "Condition '{0}' cannot be called by generated code: {1}; "
        + "declare it as public static bool Name(JsonElement data, JsonElement parameters)", MethodShape, DiagnosticSeverity.Error,
        isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.ConditionCannotBeCalled));

    public static readonly DiagnosticDescriptor SoftLimitUnheard = new(
        DiagnosticIds.SoftLimitUnheard, "Nobody hears of the soft time limit",
        "Task '{0}' has a soft time limit, which cancels its token, and takes no CancellationToken: the limit may pass unnoticed; "
        + "take one, or set TimeLimitSeconds instead", MethodShape, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.SoftLimitUnheard));

    public static readonly DiagnosticDescriptor TokenNeverRead = new(
        DiagnosticIds.TokenNeverRead, "The token of a task is never read",
        "Task '{0}' never reads '{1}', so a cancel{2} may go unheard until it ends by itself; pass it on, check it, or leave it out",
        MethodShape, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.TokenNeverRead));

    public static readonly DiagnosticDescriptor ContradictoryRetryTypes = new(
        DiagnosticIds.ContradictoryRetryTypes, "A retry type is also given up on",
        "Task '{0}' can never retry by {1}: {2} covers the same exceptions and wins; take one of them away", MethodShape,
        DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.ContradictoryRetryTypes));

    public static readonly DiagnosticDescriptor RetryTypeWithoutEffect = new(
        DiagnosticIds.RetryTypeWithoutEffect, "A retry type has no effect",
        "{1} of task '{0}' has no effect and may be meant otherwise: {2}; take it away", MethodShape, DiagnosticSeverity.Warning,
        isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.RetryTypeWithoutEffect));

    public static readonly DiagnosticDescriptor IdempotentWithoutResult = new(
        DiagnosticIds.IdempotentWithoutResult, "An idempotent task ignores its result",
        "Task '{0}' answers equal dispatches but keeps no '{1}' to answer with, "
        + "so whoever joins it may wait for a result that nobody stored; take IgnoreResult away, or return nothing", MethodShape,
        DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.IdempotentWithoutResult));

    public static readonly DiagnosticDescriptor RetryTypesWithoutRetries = new(
        DiagnosticIds.RetryTypesWithoutRetries, "A task with retry types has no retries",
        "{1} may have no effect: task '{0}' is not retried unless a dispatch asks for it; set Retry, to 0 if that is meant", MethodShape,
        DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.RetryTypesWithoutRetries));
}
