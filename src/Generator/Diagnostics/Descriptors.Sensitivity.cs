using Microsoft.CodeAnalysis;

namespace TaskGen.Generator.Diagnostics;

/// <content>The descriptors for the use of sensitive values: TG0306-0309.</content>
internal static partial class Descriptors
{
    private const string Sensitivity = "TaskGen.Usage";

    public static readonly DiagnosticDescriptor SensitiveValueLeaks = new(
        DiagnosticIds.SensitiveValueLeaks, "Sensitive value may be exposed",
        "Sensitive value '{0}' may be exposed in {1}. Use an id instead, or remove the value.", Sensitivity, DiagnosticSeverity.Warning,
        isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.SensitiveValueLeaks));

    public static readonly DiagnosticDescriptor SensitiveValuePassedOn = new(
        DiagnosticIds.SensitiveValuePassedOn, "Sensitive value is passed to a parameter that is not marked as sensitive",
        "Sensitive value '{0}' may be exposed because parameter '{1}' of task '{2}' is not marked as sensitive. "
        + "Mark the parameter with [Sensitive].", Sensitivity, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.SensitiveValuePassedOn));

    public static readonly DiagnosticDescriptor SensitiveMemberPrinted = new(
        DiagnosticIds.SensitiveMemberPrinted, "Record prints a sensitive member",
        "Sensitive member '{1}' of record '{0}' may be exposed because the record's ToString method prints it. "
        + "Write a PrintMembers method that omits the member.", Sensitivity, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.SensitiveMemberPrinted));

    public static readonly DiagnosticDescriptor SensitiveWithoutEffect = new(
        DiagnosticIds.SensitiveWithoutEffect, "[Sensitive] has no effect",
        "[Sensitive] on {1} of task '{0}' has no effect because {2}. Remove the attribute.", Sensitivity, DiagnosticSeverity.Warning,
        isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.SensitiveWithoutEffect));
}
