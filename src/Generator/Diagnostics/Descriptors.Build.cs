using Microsoft.CodeAnalysis;

namespace TaskGen.Generator.Diagnostics;

/// <content>The descriptors for the project and its build: TG0900-0999.</content>
internal static partial class Descriptors
{
    private const string Build = "TaskGen.Build";
    private const string IssuesAddress = "https://github.com/taskgen/taskgen/issues";

    public static readonly DiagnosticDescriptor LanguageTooOld = new(
        DiagnosticIds.LanguageTooOld, "C# language version is too old",
        "No code is generated for '{0}' or any other task because generated code requires C# {1} and the project uses C# {2}. "
        + "Remove LangVersion from the project file, or set it to {1} or later.", Build, DiagnosticSeverity.Error, isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.LanguageTooOld), customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor StepFailed = new(
        DiagnosticIds.StepFailed, "Generator step failed",
        "Generated code for {0} may be missing because step '{1}' of the generator threw {2} in {3}: '{4}'. "
        + "Report this exception at " + IssuesAddress + ".", Build, DiagnosticSeverity.Error, isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.StepFailed));
}
