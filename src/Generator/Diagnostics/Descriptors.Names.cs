using Microsoft.CodeAnalysis;

namespace TaskGen.Generator.Diagnostics;

/// <content>Names and contracts: TG0200-0299.</content>
internal static partial class Descriptors
{
    private const string Names = "TaskGen.Names";

    public static readonly DiagnosticDescriptor NameNotPinned = new(
        DiagnosticIds.NameNotPinned, "Wire name is not set explicitly",
        "The wire name '{0}' of task '{1}' follows its class and method, so renaming one of them may leave tasks in flight that no worker "
        + "knows; pin it with [Task(Name = \"{0}\")]", Names, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.NameNotPinned));

    public static readonly DiagnosticDescriptor InvalidName = new(
        DiagnosticIds.InvalidName, "Name is not valid", "The {1} name '{2}' of '{0}' is not valid; use {3}",
        Names, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.InvalidName));

    public static readonly DiagnosticDescriptor DuplicateWireName = new(
        DiagnosticIds.DuplicateWireName, "Two tasks have the same wire name", "The {3} '{0}' of task '{1}' also names '{2}'; {4}",
        Names, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.DuplicateWireName),
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor ClashingGeneratedNames = new(
        DiagnosticIds.ClashingGeneratedNames, "Generated names conflict",
        "Task '{0}' would need the name '{1}' in generated code, which '{2}' has already; rename one of them", Names,
        DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.ClashingGeneratedNames),
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor HiddenByClientMember = new(
        DiagnosticIds.HiddenByClientMember, "Generated client property would be hidden by an existing member",
        "'{1}' of task '{0}' is also a member of ITaskClient, which would hide the generated property; use [TaskGroup(\"...\")]", Names,
        DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.HiddenByClientMember));

    public static readonly DiagnosticDescriptor DuplicateCondition = new(
        DiagnosticIds.DuplicateCondition, "Two conditions have the same name",
        "The name '{0}' of condition '{1}' is also that of '{2}'; give one of them another with [Condition(\"...\")]", Names,
        DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.DuplicateCondition),
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor TaskNotRecorded = new(
        DiagnosticIds.TaskNotRecorded, "Task is not in the contract file",
        "Task '{0}' is not in TaskContracts.txt, so a later change of it may break tasks in flight unnoticed; record it", Names,
        DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.TaskNotRecorded));

    public static readonly DiagnosticDescriptor RecordedTaskIsGone = new(
        DiagnosticIds.RecordedTaskIsGone, "Recorded task no longer exists",
        "No task has the name or alias '{0}' that TaskContracts.txt records: "
        + "tasks in flight under it would be put off for UnknownTaskGrace, 5 minutes by default, and then be dead letters; {1}", Names,
        DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.RecordedTaskIsGone),
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor ParameterRemoved = new(
        DiagnosticIds.ParameterRemoved, "Recorded parameter was removed",
        "Task '{0}' no longer has the parameter '{1}': {2}; bring it back, give the changed task another name, "
        + "or accept the break in TaskContracts.txt", Names, DiagnosticSeverity.Error, isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.ParameterRemoved));

    public static readonly DiagnosticDescriptor ParameterRetyped = new(
        DiagnosticIds.ParameterRetyped, "Type of a recorded parameter has changed",
        "Parameter '{1}' of task '{0}' has changed on the wire: {2} {3}, so {4}; "
        + "undo it, give the changed task another name, or accept the break in TaskContracts.txt", Names, DiagnosticSeverity.Error,
        isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.ParameterRetyped));

    public static readonly DiagnosticDescriptor RequiredParameterAdded = new(
        DiagnosticIds.RequiredParameterAdded, "Recorded task requires an additional value",
        "Task '{0}' demands what it did not: {1} {2}, so {3}; give it a default, or accept the break in TaskContracts.txt", Names,
        DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.RequiredParameterAdded));

    public static readonly DiagnosticDescriptor ResultChanged = new(
        DiagnosticIds.ResultChanged, "Type of a recorded result has changed",
        "The result of task '{0}' has changed on the wire: {1} {2}, so {3}; "
        + "undo it, give the changed task another name, or accept the break in TaskContracts.txt", Names, DiagnosticSeverity.Error,
        isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.ResultChanged));

    public static readonly DiagnosticDescriptor ContractUnreadable = new(
        DiagnosticIds.ContractUnreadable, "Contract file line is not valid", "{0}",
        Names, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.ContractUnreadable));

    public static readonly DiagnosticDescriptor ContractOutOfDate = new(
        DiagnosticIds.ContractOutOfDate, "Contract file line is out of date",
        "TaskContracts.txt is out of date for task '{0}': {1} {2}; until its line is updated, a later break may go unnoticed", Names,
        DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.ContractOutOfDate));
}
