using Microsoft.CodeAnalysis;

namespace TaskGen.Generator.Diagnostics;

/// <content>Where sensitive values go: TG0306-0309.</content>
internal static partial class Descriptors
{
    private const string Sensitivity = "TaskGen.Usage";

    public static readonly DiagnosticDescriptor SensitiveValueLeaks = new(
        DiagnosticIds.SensitiveValueLeaks, "Sensitive value may be exposed",
        "'{0}' is sensitive and may be seen in {1}; name an id instead, or leave it out", Sensitivity, DiagnosticSeverity.Warning,
        isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.SensitiveValueLeaks));

    public static readonly DiagnosticDescriptor SensitiveValueHandedOn = new(
        DiagnosticIds.SensitiveValueHandedOn, "Sensitive value is passed to a parameter that is not marked as sensitive",
        "'{0}' is sensitive, but parameter '{1}' of task '{2}' is not and may be shown; mark it with [Sensitive]", Sensitivity,
        DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.SensitiveValueHandedOn));

    public static readonly DiagnosticDescriptor SensitiveMemberPrinted = new(
        DiagnosticIds.SensitiveMemberPrinted, "Record prints a sensitive member",
        "Record '{0}' prints its sensitive member '{1}', which may be seen wherever a '{0}' becomes text; write PrintMembers without it",
        Sensitivity, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.SensitiveMemberPrinted));

    public static readonly DiagnosticDescriptor SensitiveWithoutEffect = new(
        DiagnosticIds.SensitiveWithoutEffect, "[Sensitive] has no effect",
        "[Sensitive] on {1} of task '{0}' may hide nothing: {2}; remove it", Sensitivity, DiagnosticSeverity.Warning,
        isEnabledByDefault: true, helpLinkUri: HelpLink(DiagnosticIds.SensitiveWithoutEffect));
}
