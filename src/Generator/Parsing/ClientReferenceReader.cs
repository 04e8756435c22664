using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TaskGen.Generator.Model;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Parsing;

/// <summary>
/// Reads the services whose type is unknown, because it is a client of this assembly, which does not exist yet. The full name of such a
/// type is unknown too. Generated code uses the name in the source code, with the using directives of the source file.
/// </summary>
internal static class ClientReferenceReader
{
    private const string Global = "global::";

    /// <summary>Reads the services of a task, and the namespaces in which the compiler looks for their types.</summary>
    /// <param name="task">The task.</param>
    /// <param name="constructor">The constructor that generated code calls; null if there is none.</param>
    public static (EquatableArray<ClientReference> Clients, EquatableArray<string> Usings) Read(TaskMethod task, IMethodSymbol? constructor)
    {
        ImmutableArray<ClientReference>.Builder? clients = null;
        var usings = new SortedSet<string>(StringComparer.Ordinal);
        Add(task.Method.Parameters);
        if (constructor is not null)
        {
            Add(constructor.Parameters);
        }

        return clients is null ? default : (clients.ToImmutable(), ImmutableArray.CreateRange(usings));

        void Add(ImmutableArray<IParameterSymbol> parameters)
        {
            foreach (var parameter in parameters)
            {
                foreach (var type in IncompleteTypes.UnknownParts(parameter.Type))
                {
                    var imported = ReadImports(parameter, task.Compilation);
                    usings.UnionWith(imported);
                    clients ??= ImmutableArray.CreateBuilder<ClientReference>();
                    clients.Add(new ClientReference(ReadCandidates(type, task.Method.ContainingType, imported)));
                }
            }
        }
    }

    private static HashSet<string> ReadImports(IParameterSymbol parameter, Compilation compilation)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var reference in parameter.DeclaringSyntaxReferences)
        {
            foreach (var scope in compilation.GetSemanticModel(reference.SyntaxTree).GetImportScopes(reference.Span.Start))
            {
                foreach (var import in scope.Imports)
                {
                    if (import.NamespaceOrType is INamespaceSymbol space)
                    {
                        names.Add(Global + TaskClassParser.Namespace(space));
                    }
                }
            }
        }

        return names;
    }

    // The compiler displays an unknown type by its full name if the source code qualifies it, and by its simple name otherwise.
    private static EquatableArray<string> ReadCandidates(ITypeSymbol type, INamedTypeSymbol taskClass, HashSet<string> imported)
    {
        var name = TypeReader.NameOf(type);
        if (name.StartsWith(Global, StringComparison.Ordinal))
        {
            return ImmutableArray.Create(name);
        }

        var names = new SortedSet<string>(StringComparer.Ordinal) { Global + name };
        if (name.IndexOf('.') < 0)
        {
            for (var space = taskClass.ContainingNamespace; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
            {
                names.Add($"{Global}{TaskClassParser.Namespace(space)}.{name}");
            }

            foreach (var space in imported)
            {
                names.Add($"{space}.{name}");
            }
        }

        return ImmutableArray.CreateRange(names);
    }
}
