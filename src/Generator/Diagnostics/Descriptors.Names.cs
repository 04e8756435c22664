using Microsoft.CodeAnalysis;

namespace TaskGen.Generator.Diagnostics;

/// <content>Names and contracts: TG0200-0299.</content>
internal static partial class Descriptors
{
    private const string Names = "TaskGen.Names";

    public static readonly DiagnosticDescriptor InvalidName = new(
        DiagnosticIds.InvalidName, "A name is not valid", "The {1} name '{2}' of '{0}' is not valid; use {3}",
        Names, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.InvalidName));

    public static readonly DiagnosticDescriptor DuplicateWireName = new(
        DiagnosticIds.DuplicateWireName, "Two tasks have one wire name", "The {3} '{0}' of task '{1}' also names '{2}'; {4}",
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
}
