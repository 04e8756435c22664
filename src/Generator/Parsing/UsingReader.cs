using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TaskGen.Generator.Model;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Parsing;

/// <summary>
/// Reads using directives. The type of a service can be a client of this assembly, which does not exist yet when its file is parsed. Its
/// full name is therefore unknown, and generated code uses the name in the source code, with the using directives of the source file.
/// </summary>
internal static class UsingReader
{
    /// <summary>Returns the namespaces of the using directives that generated code for a task needs.</summary>
    /// <param name="task">The task.</param>
    /// <param name="constructor">The constructor that generated code calls; null if there is none.</param>
    public static EquatableArray<string> Read(TaskMethod task, IMethodSymbol? constructor)
    {
        SortedSet<string>? names = null;
        Add(task.Method.Parameters);
        if (constructor is not null)
        {
            Add(constructor.Parameters);
        }

        return names is null ? default : ImmutableArray.CreateRange(names);

        void Add(ImmutableArray<IParameterSymbol> parameters)
        {
            foreach (var parameter in parameters)
            {
                if (IncompleteTypes.HasUnknownPart(parameter.Type))
                {
                    names ??= new SortedSet<string>(StringComparer.Ordinal);
                    foreach (var reference in parameter.DeclaringSyntaxReferences)
                    {
                        AddInScope(reference, task.Compilation.GetSemanticModel(reference.SyntaxTree), names);
                    }
                }
            }
        }
    }

    // Using directives for types are not required: the compiler replaces the alias of a type, and a client is never a nested type.
    private static void AddInScope(SyntaxReference reference, SemanticModel model, SortedSet<string> names)
    {
        foreach (var node in reference.GetSyntax().Ancestors())
        {
            var usings = node switch
            {
                CompilationUnitSyntax unit => unit.Usings,
                BaseNamespaceDeclarationSyntax space => space.Usings,
                _ => default,
            };
            foreach (var directive in usings)
            {
                if (directive is { Alias: null, NamespaceOrType: { } name } && model.GetSymbolInfo(name).Symbol is INamespaceSymbol found)
                {
                    names.Add("global::" + TaskClassParser.Namespace(found));
                }
            }
        }
    }
}
