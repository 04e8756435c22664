using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TaskGen.Generator.Rules;

/// <summary>
/// The rule for the language version: clients are extension properties, which require C# 14. The parsers skip a project with an older
/// version, so that the generated code compiles, and the analyzer reports it.
/// </summary>
internal static class LanguageRules
{
    /// <summary>The oldest language version that supports the generated code.</summary>
    public const LanguageVersion Oldest = LanguageVersion.CSharp14;

    /// <summary>Whether the language version of a compilation supports the code that is generated for tasks and conditions.</summary>
    public static bool Allow(Compilation compilation) => VersionOf(compilation) >= Oldest;

    /// <summary>The language version of a compilation.</summary>
    public static LanguageVersion VersionOf(Compilation compilation) => ((CSharpCompilation)compilation).LanguageVersion;

    /// <summary>Formats a language version as in <c>LangVersion</c> of a project file.</summary>
    public static string NameOf(LanguageVersion version) => version.ToDisplayString();
}
