using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using TaskGen.CodeFixes;
using TaskGen.Generator.Diagnostics;

namespace Generator.Tests.Support;

/// <summary>The diagnostics, analyzers and code fixes that the compiler and editors load, found by reflection.</summary>
internal static class Library
{
    public static IReadOnlyList<DiagnosticDescriptor> Descriptors { get; } =
    [
        .. typeof(Descriptors).GetFields()
            .Where(static field => field.FieldType == typeof(DiagnosticDescriptor))
            .Select(static field => (DiagnosticDescriptor)field.GetValue(null)!),
    ];

    public static IReadOnlyList<DiagnosticAnalyzer> Analyzers() =>
        Create<DiagnosticAnalyzer>(typeof(Descriptors).Assembly, typeof(DiagnosticAnalyzerAttribute));

    public static IReadOnlyList<CodeFixProvider> CodeFixes() =>
        Create<CodeFixProvider>(typeof(TaskCodeFix).Assembly, typeof(ExportCodeFixProviderAttribute));

    private static List<T> Create<T>(Assembly assembly, Type marker) =>
    [
        .. assembly.GetTypes()
            .Where(type => type.GetCustomAttribute(marker) is not null)
            .OrderBy(static type => type.Name, StringComparer.Ordinal)
            .Select(static type => (T)Activator.CreateInstance(type)!),
    ];
}
