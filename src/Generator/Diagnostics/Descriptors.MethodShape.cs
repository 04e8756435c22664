using Microsoft.CodeAnalysis;

namespace TaskGen.Generator.Diagnostics;

/// <content>What the method, its class and its attributes say: TG0001-0099.</content>
internal static partial class Descriptors
{
    private const string MethodShape = "TaskGen.Signature";

    public static readonly DiagnosticDescriptor NotAccessible = new(
        DiagnosticIds.NotAccessible, "Task is not accessible to generated code",
        "Task '{0}' cannot be called by generated code: '{1}' is not public or internal", MethodShape, DiagnosticSeverity.Error,
        isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.NotAccessible));

    public static readonly DiagnosticDescriptor AsyncVoid = new(
        DiagnosticIds.AsyncVoid, "Task must not be async void",
        "Task '{0}' is async void, so nobody learns when it ends or fails; return Task", MethodShape, DiagnosticSeverity.Error,
        isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.AsyncVoid));

    public static readonly DiagnosticDescriptor ParameterCannotTravel = new(
        DiagnosticIds.ParameterCannotTravel, "Parameter type cannot be serialized", "Parameter '{1}' of task '{0}' cannot travel: {2}",
        MethodShape, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.ParameterCannotTravel));

    public static readonly DiagnosticDescriptor ReturnCannotTravel = new(
        DiagnosticIds.ReturnCannotTravel, "Result type cannot be serialized", "The result of task '{0}' cannot travel: {1}",
        MethodShape, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.ReturnCannotTravel));

    public static readonly DiagnosticDescriptor Generic = new(
        DiagnosticIds.Generic, "Task must not be generic",
        "Task '{0}' cannot run: '{1}' has type parameters, and a payload names no types", MethodShape, DiagnosticSeverity.Error,
        isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.Generic));

    public static readonly DiagnosticDescriptor Overloaded = new(
        DiagnosticIds.Overloaded, "Overloaded task must have an explicit name",
        "Task '{0}' has the name of another task of its class; give each of them its own [Task(Name = \"...\")]", MethodShape,
        DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.Overloaded));

    public static readonly DiagnosticDescriptor NoUsableConstructor = new(
        DiagnosticIds.NoUsableConstructor, "Task class cannot be constructed", "Task '{0}' needs an instance of '{1}', which {2}",
        MethodShape, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.NoUsableConstructor));

    public static readonly DiagnosticDescriptor InjectedTwice = new(
        DiagnosticIds.InjectedTwice, "Injected parameter is declared more than once",
        "Parameter '{1}' of task '{0}' is a second {2}; an execution has only one", MethodShape, DiagnosticSeverity.Error,
        isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.InjectedTwice));

    public static readonly DiagnosticDescriptor NotAnOrdinaryMethod = new(
        DiagnosticIds.NotAnOrdinaryMethod, "Task must be an ordinary method",
        "'{0}' cannot be a task: it is {1}, not an ordinary method of a class or struct", MethodShape, DiagnosticSeverity.Error,
        isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.NotAnOrdinaryMethod));

    public static readonly DiagnosticDescriptor ValueOutOfRange = new(
        DiagnosticIds.ValueOutOfRange, "Task attribute value is out of range", "{1} of task '{0}' is {2}; it must be {3}",
        MethodShape, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.ValueOutOfRange));

    public static readonly DiagnosticDescriptor ConditionCannotBeCalled = new(
        DiagnosticIds.ConditionCannotBeCalled, "Condition must be a static method with two JsonElement parameters",
        "Condition '{0}' cannot be called by generated code: {1}; "
        + "declare it as public static bool Name(JsonElement data, JsonElement parameters)", MethodShape, DiagnosticSeverity.Error,
        isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.ConditionCannotBeCalled));

    public static readonly DiagnosticDescriptor SoftLimitUnheard = new(
        DiagnosticIds.SoftLimitUnheard, "The soft time limit is never observed",
        "Task '{0}' has a soft time limit, which cancels its token, and takes no CancellationToken: the limit may pass unnoticed; "
        + "take one, or set TimeLimitSeconds instead", MethodShape, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.SoftLimitUnheard));

    public static readonly DiagnosticDescriptor TokenNeverRead = new(
        DiagnosticIds.TokenNeverRead, "The cancellation token is never read",
        "Task '{0}' never reads '{1}', so a cancel{2} may go unheard until it ends by itself; pass it on, check it, or leave it out",
        MethodShape, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.TokenNeverRead));

    public static readonly DiagnosticDescriptor ContradictoryRetryTypes = new(
        DiagnosticIds.ContradictoryRetryTypes, "[RetryOn] is overridden by [GiveUpOn]",
        "Task '{0}' can never retry by {1}: {2} covers the same exceptions and wins; take one of them away", MethodShape,
        DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.ContradictoryRetryTypes));

    public static readonly DiagnosticDescriptor RetryTypeWithoutEffect = new(
        DiagnosticIds.RetryTypeWithoutEffect, "[RetryOn] or [GiveUpOn] has no effect",
        "{1} of task '{0}' has no effect and may be meant otherwise: {2}; take it away", MethodShape, DiagnosticSeverity.Warning,
        isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.RetryTypeWithoutEffect));

    public static readonly DiagnosticDescriptor IdempotentWithoutResult = new(
        DiagnosticIds.IdempotentWithoutResult, "Idempotent task discards its result",
        "Task '{0}' answers equal dispatches but keeps no '{1}' to answer with, "
        + "so whoever joins it may wait for a result that nobody stored; take IgnoreResult away, or return nothing", MethodShape,
        DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.IdempotentWithoutResult));

    public static readonly DiagnosticDescriptor RetryTypesWithoutRetries = new(
        DiagnosticIds.RetryTypesWithoutRetries, "Task with [RetryOn] or [GiveUpOn] does not set Retry",
        "{1} may have no effect: task '{0}' is not retried unless a dispatch asks for it; set Retry, to 0 if that is meant", MethodShape,
        DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.RetryTypesWithoutRetries));
}
