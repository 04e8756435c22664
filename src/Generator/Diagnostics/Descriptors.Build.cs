using Microsoft.CodeAnalysis;

namespace TaskGen.Generator.Diagnostics;

/// <content>The descriptors for the project and its build: TG0900-0999.</content>
internal static partial class Descriptors
{
    private const string Build = "TaskGen.Build";

    public static readonly DiagnosticDescriptor LanguageTooOld = new(
        DiagnosticIds.LanguageTooOld, "C# language version is too old",
        "No code is generated for '{0}' or any other task because generated code requires C# {1} and the project uses C# {2}. "
        + "Remove LangVersion from the project file, or set it to {1} or later.", Build, DiagnosticSeverity.Error, isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.LanguageTooOld), customTags: WellKnownDiagnosticTags.CompilationEnd);
}
