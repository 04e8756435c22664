using Generator.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Generator.Tests.Payload.Facts;

/// <summary>
/// The files in <c>Payload/Samples</c>. Each public method of a class <c>Restored</c> or <c>Lost</c> returns a value of its own type, and
/// the name of the class says whether such a value arrives as it was.
/// </summary>
internal static class SampleSources
{
    private const string Usings =
        """
        global using System;
        global using System.Collections;
        global using System.Collections.Concurrent;
        global using System.Collections.Generic;
        global using System.Collections.Immutable;
        global using System.Collections.ObjectModel;
        global using System.Collections.Specialized;
        global using System.Diagnostics.CodeAnalysis;
        global using System.Linq;
        global using System.Text.Json;
        global using System.Text.Json.Serialization;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Microsoft.AspNetCore.Http;
        global using Microsoft.AspNetCore.Mvc;
        global using Microsoft.AspNetCore.Routing;
        global using TaskGen;
        """;

    private static readonly CSharpParseOptions Options = new(LanguageVersion.CSharp14);

    /// <summary>The references of this project, as the compiler gets them: those to .NET are reference assemblies.</summary>
    public static IReadOnlyList<MetadataReference> References { get; } =
    [
        .. File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "references.txt"))
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    public static IReadOnlyList<SyntaxTree> Trees { get; } =
    [
        .. Directory.GetFiles(Path.Combine(SourceTreeRoot.Path, "tests", "Generator.Tests", "Payload", "Samples"), "*.cs")
            .Order(StringComparer.Ordinal)
            .Select(static path => CSharpSyntaxTree.ParseText(File.ReadAllText(path), Options, Path.GetFileName(path))),
    ];

    /// <summary>The names of the samples, such as <c>Members.Lost.PrivateSetter</c>.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. Trees.SelectMany(static tree => tree.GetCompilationUnitRoot().DescendantNodes().OfType<MethodDeclarationSyntax>())
            .Where(static method => method.Parent is ClassDeclarationSyntax { Identifier.Text: "Restored" or "Lost" }
                && method.Modifiers.Any(SyntaxKind.PublicKeyword))
            .Select(static method =>
            {
                var holder = (ClassDeclarationSyntax)method.Parent!;
                var space = ((BaseNamespaceDeclarationSyntax)holder.Parent!).Name.ToString();
                return $"{space["Samples.".Length..]}.{holder.Identifier.Text}.{method.Identifier.Text}";
            }),
    ];

    public static CSharpCompilation Compile(string assembly, IEnumerable<SyntaxTree> trees, params MetadataReference[] references) =>
        CSharpCompilation.Create(
            assembly,
            [Parse(Usings, "Usings.cs"), .. trees],
            [.. References, .. references],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    public static SyntaxTree Parse(string source, string path) => CSharpSyntaxTree.ParseText(source, Options, path);
}
