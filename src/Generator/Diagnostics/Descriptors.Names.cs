using Microsoft.CodeAnalysis;

namespace TaskGen.Generator.Diagnostics;

/// <content>The descriptors for names and the contract file: TG0200-0299.</content>
internal static partial class Descriptors
{
    private const string Names = "TaskGen.Names";

    public static readonly DiagnosticDescriptor WireNameNotExplicit = new(
        DiagnosticIds.WireNameNotExplicit, "Wire name is not set explicitly",
        "The wire name '{0}' of task '{1}' is derived from its class and method, so if either is renamed, tasks that are already "
        + "dispatched may have a name that no worker recognizes. Set the name explicitly with [Task(Name = \"{0}\")].", Names,
        DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.WireNameNotExplicit));

    public static readonly DiagnosticDescriptor InvalidName = new(
        DiagnosticIds.InvalidName, "Name is not valid",
        "No code is generated for '{0}' because its {1} name '{2}' is not valid. Use {3}.",
        Names, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.InvalidName));

    public static readonly DiagnosticDescriptor DuplicateWireName = new(
        DiagnosticIds.DuplicateWireName, "Two tasks have the same wire name",
        "The {3} '{0}' of task '{1}' is also a name or alias of '{2}', so a host that registers both tasks does not start. {4}.",
        Names, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.DuplicateWireName),
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor ClashingGeneratedNames = new(
        DiagnosticIds.ClashingGeneratedNames, "Generated names conflict",
        "No client is generated for task '{0}' because '{2}' already uses the generated name '{1}'. {3}.", Names,
        DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.ClashingGeneratedNames),
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor HiddenByClientMember = new(
        DiagnosticIds.HiddenByClientMember, "Generated client property would be hidden by an existing member",
        "No client is generated for task '{0}' because a member of ITaskClient or object would hide its client property '{1}'. "
        + "Set a different name with [TaskGroup(\"...\")] on the class.", Names, DiagnosticSeverity.Error, isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.HiddenByClientMember));

    public static readonly DiagnosticDescriptor DuplicateCondition = new(
        DiagnosticIds.DuplicateCondition, "Two conditions have the same name",
        "Condition '{1}' is not registered because condition '{2}' already has the name '{0}'. "
        + "Set a different name with [Condition(\"...\")].", Names, DiagnosticSeverity.Error, isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.DuplicateCondition), customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor TaskNotRecorded = new(
        DiagnosticIds.TaskNotRecorded, "Task is not in the contract file",
        "Task '{0}' is not recorded in TaskContracts.txt, so a later change that breaks tasks in flight may not be detected. "
        + "Add a line for the task.", Names, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.TaskNotRecorded));

    public static readonly DiagnosticDescriptor RecordedTaskRemoved = new(
        DiagnosticIds.RecordedTaskRemoved, "Recorded task no longer exists",
        "TaskContracts.txt records the task name '{0}', but no task has this name or alias, so tasks in flight with this name would become "
        + "dead letters after UnknownTaskGrace (5 minutes by default). {1}.", Names, DiagnosticSeverity.Error, isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.RecordedTaskRemoved), customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor ParameterRemoved = new(
        DiagnosticIds.ParameterRemoved, "Recorded parameter was removed",
        "Task '{0}' no longer has the parameter '{1}' that TaskContracts.txt records, so {2}. "
        + "Restore the parameter, give the changed task a different name, or update TaskContracts.txt to accept the breaking change.",
        Names, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.ParameterRemoved));

    public static readonly DiagnosticDescriptor ParameterRetyped = new(
        DiagnosticIds.ParameterRetyped, "Type of a recorded parameter has changed",
        "Parameter '{1}' of task '{0}' is not compatible with TaskContracts.txt: '{2}' {3}, so {4}. "
        + "Undo the change, give the changed task a different name, or update TaskContracts.txt to accept the breaking change.",
        Names, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.ParameterRetyped));

    public static readonly DiagnosticDescriptor RequiredParameterAdded = new(
        DiagnosticIds.RequiredParameterAdded, "Recorded task requires an additional value",
        "Task '{0}' requires a value that is not required in TaskContracts.txt: '{1}' {2}, so {3}. "
        + "Add a default value, or update TaskContracts.txt to accept the breaking change.", Names, DiagnosticSeverity.Error,
        isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.RequiredParameterAdded));

    public static readonly DiagnosticDescriptor ResultChanged = new(
        DiagnosticIds.ResultChanged, "Type of a recorded result has changed",
        "The result of task '{0}' is not compatible with TaskContracts.txt: '{1}' {2}, so {3}. "
        + "Undo the change, give the changed task a different name, or update TaskContracts.txt to accept the breaking change.",
        Names, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.ResultChanged));

    public static readonly DiagnosticDescriptor ContractUnreadable = new(
        DiagnosticIds.ContractUnreadable, "Contract file line is not valid", "{0}. {1}.",
        Names, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.ContractUnreadable));

    public static readonly DiagnosticDescriptor ContractOutOfDate = new(
        DiagnosticIds.ContractOutOfDate, "Contract file line is out of date",
        "TaskContracts.txt is out of date for task '{0}' because '{1}' {2}, so a later change that breaks tasks in flight "
        + "may not be detected. Update the line for the task.", Names, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.ContractOutOfDate));
}
