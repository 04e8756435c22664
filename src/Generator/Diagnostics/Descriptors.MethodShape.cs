using Microsoft.CodeAnalysis;

namespace TaskGen.Generator.Diagnostics;

/// <content>The descriptors for the method shape of a task, its class, and its attributes: TG0001-0099.</content>
internal static partial class Descriptors
{
    private const string MethodShape = "TaskGen.Signature";

    public static readonly DiagnosticDescriptor NotAccessible = new(
        DiagnosticIds.NotAccessible, "Task is not accessible to generated code",
        "No client is generated for task '{0}' because generated code cannot access '{1}'. {2}.",
        MethodShape, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.NotAccessible));

    public static readonly DiagnosticDescriptor AsyncVoid = new(
        DiagnosticIds.AsyncVoid, "Task must not be async void",
        "No client is generated for task '{0}' because it is async void, and a worker cannot detect when it completes or fails. "
        + "Return Task instead.", MethodShape, DiagnosticSeverity.Error, isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.AsyncVoid));

    public static readonly DiagnosticDescriptor ParameterNotSerializable = new(
        DiagnosticIds.ParameterNotSerializable, "Parameter type cannot be serialized",
        "No client is generated for task '{0}' because parameter '{1}' cannot be serialized: {2}. {3}.",
        MethodShape, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.ParameterNotSerializable));

    public static readonly DiagnosticDescriptor ResultNotSerializable = new(
        DiagnosticIds.ResultNotSerializable, "Result type cannot be serialized",
        "No client is generated for task '{0}' because its result cannot be serialized: {1}. {2}.",
        MethodShape, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.ResultNotSerializable));

    public static readonly DiagnosticDescriptor Generic = new(
        DiagnosticIds.Generic, "Task must not be generic",
        "No client is generated for task '{0}' because '{1}' has type parameters, and a dispatch does not store type arguments. "
        + "Declare the task as a non-generic method of a non-generic class.", MethodShape, DiagnosticSeverity.Error,
        isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.Generic));

    public static readonly DiagnosticDescriptor Overloaded = new(
        DiagnosticIds.Overloaded, "Overloaded task must have an explicit name",
        "No client is generated for task '{0}' because another task in its class has the same method name. "
        + "Give each of these tasks a different name with [Task(Name = \"...\")].", MethodShape, DiagnosticSeverity.Error,
        isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.Overloaded));

    public static readonly DiagnosticDescriptor NoUsableConstructor = new(
        DiagnosticIds.NoUsableConstructor, "Task class cannot be constructed",
        "No client is generated for task '{0}' because generated code cannot create an instance of '{1}', which {2}. {3}.",
        MethodShape, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.NoUsableConstructor));

    public static readonly DiagnosticDescriptor InjectedTwice = new(
        DiagnosticIds.InjectedTwice, "Injected parameter is declared more than once",
        "No client is generated for task '{0}' because parameter '{1}' is a second {2}, and each attempt has only one. "
        + "Remove one of the two parameters.", MethodShape, DiagnosticSeverity.Error, isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.InjectedTwice));

    public static readonly DiagnosticDescriptor NotAnOrdinaryMethod = new(
        DiagnosticIds.NotAnOrdinaryMethod, "Task must be an ordinary method",
        "No client is generated for '{0}' because it is {1}. Declare the task as an ordinary method of a class or struct.",
        MethodShape, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.NotAnOrdinaryMethod));

    public static readonly DiagnosticDescriptor ValueOutOfRange = new(
        DiagnosticIds.ValueOutOfRange, "Task attribute value is out of range",
        "No client is generated for task '{0}' because {1} is {2}, which is out of range. Set {1} to {3}.",
        MethodShape, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.ValueOutOfRange));

    public static readonly DiagnosticDescriptor ConditionCannotBeCalled = new(
        DiagnosticIds.ConditionCannotBeCalled, "Condition must be a static method with two JsonElement parameters",
        "Condition '{0}' is not registered because {1}. {2}.", MethodShape, DiagnosticSeverity.Error, isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.ConditionCannotBeCalled));

    public static readonly DiagnosticDescriptor SoftLimitNotObserved = new(
        DiagnosticIds.SoftLimitNotObserved, "The soft time limit is never observed",
        "The soft time limit of task '{0}' may have no effect because it only cancels a CancellationToken, "
        + "and the task does not accept one. Add a CancellationToken parameter, or set TimeLimitSeconds instead.", MethodShape,
        DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.SoftLimitNotObserved));

    public static readonly DiagnosticDescriptor TokenNeverRead = new(
        DiagnosticIds.TokenNeverRead, "The cancellation token is never read",
        "Task '{0}' never reads its cancellation token '{1}', so it may not respond to {2}. "
        + "Pass the token to the methods that the task calls, check it, or remove the parameter.", MethodShape, DiagnosticSeverity.Warning,
        isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.TokenNeverRead));

    public static readonly DiagnosticDescriptor ContradictoryRetryTypes = new(
        DiagnosticIds.ContradictoryRetryTypes, "[RetryOn] is overridden by [GiveUpOn]",
        "{1} never causes a retry of task '{0}' because {2} also covers these exceptions and takes precedence. "
        + "Remove one of the two attributes.", MethodShape, DiagnosticSeverity.Error, isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.ContradictoryRetryTypes));

    public static readonly DiagnosticDescriptor RetryTypeWithoutEffect = new(
        DiagnosticIds.RetryTypeWithoutEffect, "[RetryOn] or [GiveUpOn] has no effect",
        "{1} on task '{0}' has no effect because {2}. Remove the attribute.", MethodShape, DiagnosticSeverity.Warning,
        isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.RetryTypeWithoutEffect));

    public static readonly DiagnosticDescriptor IdempotentWithoutResult = new(
        DiagnosticIds.IdempotentWithoutResult, "Idempotent task discards its result",
        "Idempotent task '{0}' does not store its result (type '{1}'), so a dispatch that joins an existing task cannot read the result. "
        + "Remove IgnoreResult, or return no value.", MethodShape, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.IdempotentWithoutResult));

    public static readonly DiagnosticDescriptor RetryTypesWithoutRetries = new(
        DiagnosticIds.RetryTypesWithoutRetries, "Task with [RetryOn] or [GiveUpOn] does not set Retry",
        "{1} may have no effect because task '{0}' is retried only if a dispatch sets EnqueueOptions.Retry. "
        + "Set Retry in the [Task] attribute, or set it to 0 if this is intended.", MethodShape, DiagnosticSeverity.Warning,
        isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.RetryTypesWithoutRetries));

    public static readonly DiagnosticDescriptor DeclaredByGenerator = new(
        DiagnosticIds.DeclaredByGenerator, "Declaration depends on generated code",
        "The code for '{0}' is missing or wrong because a source generator declares {1}, and source generators cannot read generated code. "
        + "{2}.", MethodShape, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.DeclaredByGenerator),
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor TypeNotUsable = new(
        DiagnosticIds.TypeNotUsable, "Type cannot be used in generated code",
        "No code is generated for '{0}' because generated code cannot use type '{1}': {2}. {3}.",
        MethodShape, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.TypeNotUsable));

    public static readonly DiagnosticDescriptor GiveUpOnEverything = new(
        DiagnosticIds.GiveUpOnEverything, "[GiveUpOn] prevents every retry",
        "Task '{0}' may never be retried despite Retry = {2} because {1} covers every exception except TaskRetryException. "
        + "Use the types of exceptions after which a retry is not useful, or remove Retry.", MethodShape, DiagnosticSeverity.Warning,
        isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.GiveUpOnEverything));

    public static readonly DiagnosticDescriptor ConditionalCall = new(
        DiagnosticIds.ConditionalCall, "Task must not be conditional",
        "No client is generated for task '{0}' because [Conditional(\"{1}\")] removes the worker's call if '{1}' is not defined, "
        + "so the task would succeed without running. Remove the attribute from '{2}'.", MethodShape, DiagnosticSeverity.Error,
        isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.ConditionalCall));

    public static readonly DiagnosticDescriptor CallerInformation = new(
        DiagnosticIds.CallerInformation, "Caller information is not available in a task",
        "Parameter '{1}' of task '{0}' may always have its default value because [{2}] has no effect when a worker {3}. {4}.",
        MethodShape, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.CallerInformation));

    public static readonly DiagnosticDescriptor ValueAsService = new(
        DiagnosticIds.ValueAsService, "Value is requested as a service",
        "Every attempt of task '{0}' may fail because {1} requires a service of type '{2}', and values of this type are rarely "
        + "registered as services. {3}.", MethodShape, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.ValueAsService));

    public static readonly DiagnosticDescriptor TaskOfOtherGenerator = new(
        DiagnosticIds.TaskOfOtherGenerator, "Task or condition is declared by another source generator",
        "{0} because another source generator adds its code, and source generators cannot read each other's code. "
        + "Declare the method in a C# file of the project.", MethodShape, DiagnosticSeverity.Error, isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.TaskOfOtherGenerator));
}
