using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TaskGen.Generator.CSharpText;
using TaskGen.Generator.Model;

namespace TaskGen.Generator.Symbols;

/// <summary>Creates the <see cref="TypeRef"/> of a type, with its name in generated code and the way its values are serialized.</summary>
internal static class TypeReader
{
    private static readonly SymbolDisplayFormat Format = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static readonly Dictionary<string, string> PlainByMetadataName = new(StringComparer.Ordinal)
    {
        ["System.Guid"] = "Guid",
        ["System.DateTimeOffset"] = "DateTimeOffset",
        ["System.DateOnly"] = "DateOnly",
        ["System.TimeOnly"] = "TimeOnly",
        ["System.TimeSpan"] = "TimeSpan",
        ["System.Uri"] = "Uri",
        [MetadataNames.TaskId] = "TaskId",
        [MetadataNames.TaskFailure] = "TaskFailure",
    };

    private static readonly HashSet<string> Collections = new(StringComparer.Ordinal)
    {
        "System.Collections.Generic.List`1",
        "System.Collections.Generic.IList`1",
        "System.Collections.Generic.ICollection`1",
        "System.Collections.Generic.IEnumerable`1",
        "System.Collections.Generic.IReadOnlyList`1",
        "System.Collections.Generic.IReadOnlyCollection`1",
    };

    /// <summary>
    /// Returns the fully qualified name of a type. The <c>?</c> of a nullable reference type is omitted, except in type arguments.
    /// </summary>
    public static string NameOf(ITypeSymbol type) => type
        .WithNullableAnnotation(NullableAnnotation.None)
        .ToDisplayString(Format)
        // The compiler displays a tuple without elements by a syntax that it does not accept.
        .Replace("()", "global::System.ValueTuple")
        // The compiler does not escape this keyword, which is reserved in async methods. Any identifier can be escaped.
        .Replace("::await", "::@await")
        .Replace(".await", ".@await");

    /// <summary>Reads a type. A reference type without an annotation is read as nullable.</summary>
    /// <param name="type">The type.</param>
    /// <param name="forceNullable">
    /// <see langword="true"/> to allow null regardless of the nullable annotation; otherwise, <see langword="false"/>.
    /// </param>
    public static TypeRef Read(ITypeSymbol type, bool forceNullable = false)
    {
        var isNullable = type.IsReferenceType && (forceNullable || type.NullableAnnotation != NullableAnnotation.NotAnnotated);
        return ReadNonNull(type) is var found && isNullable
            ? found with { Name = found.Name + "?", IsNullableReference = true }
            : found;
    }

    private static TypeRef ReadNonNull(ITypeSymbol type)
    {
        if (PlainMember(type) is { } member)
        {
            return new TypeRef(NameOf(type), PayloadKind.Plain, Member: member, HasContent: member == "Bytes");
        }

        switch (type)
        {
            case INamedTypeSymbol { TypeKind: TypeKind.Enum, EnumUnderlyingType: { } number }:
                return new TypeRef(NameOf(type), PayloadKind.Enum, Member: PlainMember(number), Number: NameOf(number));

            case INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable:
                var value = Read(nullable.TypeArguments[0]);
                return new TypeRef(
                    value.Name + "?", PayloadKind.Nullable, Elements: ImmutableArray.Create(value), HasContent: value.HasContent);

            // Arrays of multidimensional arrays are excluded, because the ranks in their names have a different order, and they cannot be
            // serialized as JSON anyway.
            case IArrayTypeSymbol { IsSZArray: true, ElementType: not IArrayTypeSymbol { IsSZArray: false } } array:
                var element = Read(array.ElementType);
                return new TypeRef(element.Name + "[]", PayloadKind.Array, Elements: ImmutableArray.Create(element), HasContent: true);

            // A tuple without elements has no tuple syntax.
            case INamedTypeSymbol { IsTupleType: true, TupleElements.IsEmpty: true }:
                return new TypeRef(NameOf(type), PayloadKind.Json);

            case INamedTypeSymbol { IsTupleType: true } tuple:
                return ReadTuple(tuple);

            case INamedTypeSymbol { Arity: 1 } collection when Collections.Contains(collection.OriginalDefinition.GetFullMetadataName()):
                var item = Read(collection.TypeArguments[0]);
                var definition = NameOf(collection.OriginalDefinition);
                return new TypeRef(
                    $"{definition.Substring(0, definition.IndexOf('<'))}<{item.Name}>",
                    PayloadKind.Collection,
                    Elements: ImmutableArray.Create(item),
                    HasContent: true);

            default:
                return new TypeRef(NameOf(type), PayloadKind.Json, HasContent: HasContent(type));
        }
    }

    private static TypeRef ReadTuple(INamedTypeSymbol tuple)
    {
        var elements = ImmutableArray.CreateBuilder<TypeRef>(tuple.TupleElements.Length);
        var names = new List<string>(tuple.TupleElements.Length);
        var hasContent = false;
        foreach (var field in tuple.TupleElements)
        {
            var element = Read(field.Type);
            elements.Add(element);
            names.Add(field.IsExplicitlyNamedTupleElement ? $"{element.Name} {Identifiers.Escape(field.Name)}" : element.Name);
            hasContent |= element.HasContent;
        }

        // C# has no syntax for a tuple with one element.
        var name = names.Count == 1 ? $"global::System.ValueTuple<{names[0]}>" : $"({string.Join(", ", names)})";
        return new TypeRef(name, PayloadKind.Tuple, Elements: elements.ToImmutable(), HasContent: hasContent);
    }

    private static bool HasContent(ITypeSymbol type)
    {
        if (type.SpecialType == SpecialType.System_Object
            || type.TypeKind is TypeKind.Interface or TypeKind.Array
            || type.GetFullMetadataName().StartsWith("System.Text.Json.", StringComparison.Ordinal))
        {
            return true;
        }

        foreach (var implemented in type.AllInterfaces)
        {
            if (implemented.SpecialType == SpecialType.System_Collections_IEnumerable)
            {
                return true;
            }
        }

        return false;
    }

    private static string? PlainMember(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_Boolean => "Boolean",
        SpecialType.System_Byte => "Byte",
        SpecialType.System_SByte => "SByte",
        SpecialType.System_Int16 => "Int16",
        SpecialType.System_UInt16 => "UInt16",
        SpecialType.System_Int32 => "Int32",
        SpecialType.System_UInt32 => "UInt32",
        SpecialType.System_Int64 => "Int64",
        SpecialType.System_UInt64 => "UInt64",
        SpecialType.System_Single => "Single",
        SpecialType.System_Double => "Double",
        SpecialType.System_Decimal => "Decimal",
        SpecialType.System_Char => "Char",
        SpecialType.System_String => "String",
        SpecialType.System_DateTime => "DateTime",
        _ => type switch
        {
            IArrayTypeSymbol { IsSZArray: true, ElementType.SpecialType: SpecialType.System_Byte } => "Bytes",
            INamedTypeSymbol
            {
                ContainingNamespace: { Name: "System" or MetadataNames.RuntimeAssembly, ContainingNamespace.IsGlobalNamespace: true }
            } named
                when PlainByMetadataName.TryGetValue(named.GetFullMetadataName(), out var member) => member,
            _ => null,
        },
    };
}
