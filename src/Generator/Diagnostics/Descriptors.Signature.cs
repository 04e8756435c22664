using Microsoft.CodeAnalysis;

namespace TaskGen.Generator.Diagnostics;

/// <content>What the method, its class and its attributes say: TG0001-0099.</content>
internal static partial class Descriptors
{
    private const string Signature = "TaskGen.Signature";

    public static readonly DiagnosticDescriptor NotAccessible = new(
        DiagnosticIds.NotAccessible, "A task must be accessible", "Task '{0}' cannot be called by generated code: '{1}' is not public or internal",
        Signature, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.NotAccessible));

    public static readonly DiagnosticDescriptor AsyncVoid = new(
        DiagnosticIds.AsyncVoid, "A task must not be async void", "Task '{0}' is async void, so nobody learns when it ends or fails; return Task",
        Signature, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.AsyncVoid));

    public static readonly DiagnosticDescriptor ParameterCannotTravel = new(
        DiagnosticIds.ParameterCannotTravel, "A parameter cannot travel", "Parameter '{1}' of task '{0}' cannot travel: {2}",
        Signature, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.ParameterCannotTravel));

    public static readonly DiagnosticDescriptor ReturnCannotTravel = new(
        DiagnosticIds.ReturnCannotTravel, "A result cannot travel", "The result of task '{0}' cannot travel: {1}",
        Signature, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.ReturnCannotTravel));

    public static readonly DiagnosticDescriptor Generic = new(
        DiagnosticIds.Generic, "A task must not be generic", "Task '{0}' cannot run: '{1}' has type parameters, and a payload names no types",
        Signature, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.Generic));

    public static readonly DiagnosticDescriptor Overloaded = new(
        DiagnosticIds.Overloaded, "Overloaded tasks need names of their own", "Task '{0}' has the name of another task of its class; give each of them its own [Task(Name = \"...\")]",
        Signature, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.Overloaded));

    public static readonly DiagnosticDescriptor NoUsableConstructor = new(
        DiagnosticIds.NoUsableConstructor, "A class of tasks must be constructible", "Task '{0}' needs an instance of '{1}', which {2}",
        Signature, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.NoUsableConstructor));

    public static readonly DiagnosticDescriptor InjectedTwice = new(
        DiagnosticIds.InjectedTwice, "An injected parameter is there twice", "Parameter '{1}' of task '{0}' is a second {2}; an execution has only one",
        Signature, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.InjectedTwice));

    public static readonly DiagnosticDescriptor NotAnOrdinaryMethod = new(
        DiagnosticIds.NotAnOrdinaryMethod, "A task must be an ordinary method", "'{0}' cannot be a task: it is {1}, not an ordinary method of a class or struct",
        Signature, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.NotAnOrdinaryMethod));

    public static readonly DiagnosticDescriptor ValueOutOfRange = new(
        DiagnosticIds.ValueOutOfRange, "A value of the task's attribute is out of range", "{1} of task '{0}' is {2}; it must be {3}",
        Signature, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.ValueOutOfRange));

    public static readonly DiagnosticDescriptor ConditionCannotBeCalled = new(
        DiagnosticIds.ConditionCannotBeCalled, "A condition must be a static method of two JSON elements", "Condition '{0}' cannot be called by generated code: {1}; declare it as public static bool Name(JsonElement data, JsonElement parameters)",
        Signature, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.ConditionCannotBeCalled));
}
