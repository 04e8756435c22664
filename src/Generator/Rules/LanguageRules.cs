using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TaskGen.Generator.Rules;

/// <summary>
/// The rule for the C# language version: generated clients use extension properties, which require C# 14. For a project with an older
/// version, the parsers skip all tasks, so that the generated code compiles, and the analyzer reports the version.
/// </summary>
internal static class LanguageRules
{
    /// <summary>The oldest language version that supports the generated code.</summary>
    public const LanguageVersion Oldest = LanguageVersion.CSharp14;

    /// <summary>
    /// Determines whether the language version of a compilation supports the code that is generated for tasks and conditions.
    /// </summary>
    public static bool Allow(Compilation compilation) => VersionOf(compilation) >= Oldest;

    /// <summary>Returns the language version of a compilation.</summary>
    public static LanguageVersion VersionOf(Compilation compilation) => ((CSharpCompilation)compilation).LanguageVersion;

    /// <summary>Returns a language version as it is written in the <c>LangVersion</c> property of a project file.</summary>
    public static string NameOf(LanguageVersion version) => version.ToDisplayString();
}
