using Microsoft.CodeAnalysis;

namespace TaskGen.Generator.Diagnostics;

/// <content>The project and its build: TG0900-0999.</content>
internal static partial class Descriptors
{
    private const string Build = "TaskGen.Build";

    public static readonly DiagnosticDescriptor LanguageTooOld = new(
        DiagnosticIds.LanguageTooOld, "C# language version is too old",
        "Nothing is generated for '{0}' and all other tasks: that needs C# {1}, and the project is compiled as C# {2}; "
        + "take LangVersion out of the project, or raise it", Build, DiagnosticSeverity.Error, isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.LanguageTooOld), customTags: WellKnownDiagnosticTags.CompilationEnd);
}
