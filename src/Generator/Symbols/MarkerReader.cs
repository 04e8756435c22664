using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TaskGen.Generator.CSharpText;
using TaskGen.Generator.Model;

namespace TaskGen.Generator.Symbols;

/// <summary>Reads attributes that restrict the use of a method, and the keys of keyed services.</summary>
internal static class MarkerReader
{
    /// <summary>Returns the C# code of the attributes that cause compiler warnings for callers of the method.</summary>
    public static EquatableArray<string> ReadMarkers(IMethodSymbol method)
    {
        var markers = ImmutableArray.CreateBuilder<string>();
        for (ISymbol symbol = method; symbol is not null and not INamespaceSymbol; symbol = symbol.ContainingSymbol)
        {
            if (symbol.FindAttribute(MetadataNames.Framework.ObsoleteAttribute) is { } obsolete)
            {
                var message = AttributeReader.ReadText(obsolete);
                var isError = IsObsoleteError(symbol);
                markers.Add(message is null
                    ? "[global::System.Obsolete]"
                    : $"[global::System.Obsolete({Literals.Of(message)}{(isError ? ", true" : "")})]");
                break;
            }
        }

        for (ISymbol symbol = method; symbol is not null and not INamespaceSymbol; symbol = symbol.ContainingSymbol)
        {
            if (ReadExperimentalId(symbol) is { } id)
            {
                markers.Add($"[global::System.Diagnostics.CodeAnalysis.Experimental({Literals.Of(id)})]");
                break;
            }
        }

        return markers.ToImmutable();
    }

    /// <summary>Determines whether using a member, or a type that contains it, is a compiler error outside obsolete code.</summary>
    public static bool IsObsoleteError(ISymbol symbol)
    {
        for (var current = symbol; current is not null and not INamespaceSymbol; current = current.ContainingSymbol)
        {
            if (current.FindAttribute(MetadataNames.Framework.ObsoleteAttribute) is { ConstructorArguments: [_, { Value: true }] })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Determines whether generated code for a method uses a member or a type whose use is a compiler error outside obsolete code.
    /// </summary>
    public static bool UsesObsoleteErrors(IMethodSymbol method, IMethodSymbol? constructor)
    {
        if (IsObsoleteError(method) || (constructor is not null && IsObsoleteError(constructor)))
        {
            return true;
        }

        foreach (var (type, _) in MentionedTypes.Of(method, constructor))
        {
            foreach (var named in MentionedTypes.Names(type))
            {
                if (IsObsoleteError(named))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>
    /// Determines whether all diagnostic ids can be part of a #pragma directive. If an id cannot, the compiler reports its attribute.
    /// </summary>
    public static bool AreValid(EquatableArray<string> experimentalIds)
    {
        foreach (var id in experimentalIds)
        {
            if (!SyntaxFacts.IsValidIdentifier(id))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// Returns the diagnostic ids of the experimental and obsolete members that a call of the method uses. Generated code suppresses these
    /// warnings; its callers still get them, because generated members repeat the attributes.
    /// </summary>
    public static EquatableArray<string> ReadExperimentalIds(IMethodSymbol method, IMethodSymbol? constructor)
    {
        var ids = new SortedSet<string>(StringComparer.Ordinal);
        AddWithContainers(method);
        if (constructor is not null)
        {
            AddWithContainers(constructor);
        }

        foreach (var (type, _) in MentionedTypes.Of(method, constructor))
        {
            foreach (var named in MentionedTypes.Names(type))
            {
                AddWithContainers(named);
            }
        }

        return ImmutableArray.CreateRange(ids);

        void AddWithContainers(ISymbol symbol)
        {
            for (var current = symbol; current is not null and not INamespaceSymbol; current = current.ContainingSymbol)
            {
                AddOf(current);
            }

            AddOf(symbol.ContainingModule);
            AddOf(symbol.ContainingAssembly);
        }

        void AddOf(ISymbol? marked)
        {
            if (marked is null)
            {
                return;
            }

            if (ReadExperimentalId(marked) is { } id)
            {
                ids.Add(id);
            }

            // The compiler does not validate this id, but it becomes part of a #pragma directive.
            if (marked.FindAttribute(MetadataNames.Framework.ObsoleteAttribute) is { } obsolete
                && AttributeReader.Read(obsolete, "DiagnosticId", "") is var obsoleteId
                && SyntaxFacts.IsValidIdentifier(obsoleteId))
            {
                ids.Add(obsoleteId);
            }
        }
    }

    /// <summary>Returns the literal of the service key; null if the parameter has no key.</summary>
    public static string? ReadServiceKey(IParameterSymbol parameter) =>
        parameter.FindAttribute(MetadataNames.Framework.FromKeyedServicesAttribute) is { ConstructorArguments: [{ IsNull: false } key, ..] }
            ? KeyLiteral(key)
            : null;

    private static string? ReadExperimentalId(ISymbol symbol) =>
        AttributeReader.ReadText(symbol.FindAttribute(MetadataNames.Framework.ExperimentalAttribute));

    private static string? KeyLiteral(TypedConstant key) => key switch
    {
        { Kind: TypedConstantKind.Type, Value: ITypeSymbol type } => $"typeof({TypeReader.NameOf(type)})",
        { Kind: TypedConstantKind.Primitive or TypedConstantKind.Enum, Type: { } type } =>
            KeyOfItsType(Literals.Of(key.Value, type, TypeReader.NameOf), type),
        _ => null,
    };

    // Service keys are compared as objects, so the type matters. For example, the literal 5 is an int and does not equal a key of type
    // byte.
    private static string? KeyOfItsType(string? literal, ITypeSymbol type) =>
        literal is null || type.SpecialType == SpecialType.System_String ? literal : $"({TypeReader.NameOf(type)})({literal})";
}
