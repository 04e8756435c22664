using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TaskGen.Generator.Rules;

/// <summary>
/// What the language must be: a client is reached by an extension property, which is C# 14. Parsers ask here and read nothing of an older
/// project, so that what is generated for it compiles; the analyzer says why.
/// </summary>
internal static class LanguageRules
{
    /// <summary>The oldest language that has all that generated code uses.</summary>
    public const LanguageVersion Oldest = LanguageVersion.CSharp14;

    /// <summary>Whether a compilation can take what is generated for tasks and conditions.</summary>
    public static bool Allow(Compilation compilation) => VersionOf(compilation) >= Oldest;

    /// <summary>The language of a compilation.</summary>
    public static LanguageVersion VersionOf(Compilation compilation) => ((CSharpCompilation)compilation).LanguageVersion;

    /// <summary>A language as a project file says it.</summary>
    public static string NameOf(LanguageVersion version) => version.ToDisplayString();
}
