using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TaskGen.Generator.Diagnostics;

/// <summary>Every diagnostic. Severity states certainty: an error cannot work.</summary>
internal static class Descriptors
{
    private const string Signature = "TaskGen.Signature";
    private const string Payload = "TaskGen.Payload";
    private const string Names = "TaskGen.Names";

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

    public static readonly DiagnosticDescriptor TupleInsideDescribedType = new(
        DiagnosticIds.TupleInsideDescribedType, "A tuple would travel empty", "{1} of task '{0}' holds a tuple inside '{2}', where it would be written as an empty object; use a record, or an array or list of tuples",
        Payload, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.TupleInsideDescribedType));

    public static readonly DiagnosticDescriptor InvalidName = new(
        DiagnosticIds.InvalidName, "A name is not valid", "The {1} name '{2}' of '{0}' is not valid; use {3}",
        Names, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.InvalidName));

    public static readonly DiagnosticDescriptor DuplicateWireName = new(
        DiagnosticIds.DuplicateWireName, "Two tasks have one wire name", "The wire name '{0}' of task '{1}' is also that of '{2}'; give one of them another with [Task(Name = \"...\")]",
        Names, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.DuplicateWireName), customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor ClashingGeneratedNames = new(
        DiagnosticIds.ClashingGeneratedNames, "Generated names clash", "Task '{0}' would need the name '{1}' in generated code, which '{2}' has already; rename one of them",
        Names, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.ClashingGeneratedNames), customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor HiddenByClientMember = new(
        DiagnosticIds.HiddenByClientMember, "A class of tasks is hidden by a member of the client", "'{1}' of task '{0}' is also a member of ITaskClient, which would hide the generated property; use [TaskGroup(\"...\")]",
        Names, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.HiddenByClientMember));

    public static readonly DiagnosticDescriptor DuplicateCondition = new(
        DiagnosticIds.DuplicateCondition, "Two conditions have one name", "The name '{0}' of condition '{1}' is also that of '{2}'; give one of them another with [Condition(\"...\")]",
        Names, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.DuplicateCondition), customTags: WellKnownDiagnosticTags.CompilationEnd);

    /// <summary>Every diagnostic above.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        NotAccessible, AsyncVoid, ParameterCannotTravel, ReturnCannotTravel, Generic, Overloaded, NoUsableConstructor, InjectedTwice,
        NotAnOrdinaryMethod, ValueOutOfRange, ConditionCannotBeCalled, TupleInsideDescribedType, InvalidName, DuplicateWireName, ClashingGeneratedNames, HiddenByClientMember,
        DuplicateCondition,
    ];

    private static string HelpLink(string id) => $"https://github.com/taskgen/taskgen/blob/main/docs/diagnostics/{id}.md";
}
