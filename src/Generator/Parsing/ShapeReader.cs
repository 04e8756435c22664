using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using TaskGen.Generator.ContractFile;
using TaskGen.Generator.Json;
using TaskGen.Generator.Model;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Parsing;

/// <summary>
/// Creates the <see cref="ContractShape"/> of a type, which describes the JSON of its values. The JSON is that of generated code, and, for
/// types that generated code passes to <c>System.Text.Json</c> and all types inside them, that of the serializer.
/// </summary>
internal sealed class ShapeReader
{
    // JSON with more levels than this cannot be read. The limit on the number of objects keeps lines readable.
    private const int MostLevels = 32;
    private const int MostObjects = 500;

    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["Boolean"] = "bool", ["Byte"] = "byte", ["SByte"] = "sbyte", ["Int16"] = "short", ["UInt16"] = "ushort", ["Int32"] = "int",
        ["UInt32"] = "uint", ["Int64"] = "long", ["UInt64"] = "ulong", ["Single"] = "float", ["Double"] = "double", ["Decimal"] = "decimal",
        ["Char"] = "char", ["String"] = "string", ["DateTime"] = "datetime", ["Guid"] = "guid", ["DateTimeOffset"] = "datetimeoffset",
        ["DateOnly"] = "date", ["TimeOnly"] = "time", ["TimeSpan"] = "timespan", ["Uri"] = "uri", ["Bytes"] = "bytes",
        ["TaskId"] = "taskid", ["TaskFailure"] = "failure",
    };

    // The simple types that only System.Text.Json supports, and not generated code.
    private static readonly Dictionary<string, string> SerializerWords = new(StringComparer.Ordinal)
    {
        ["System.Half"] = "half", ["System.Int128"] = "int128", ["System.UInt128"] = "uint128", ["System.Version"] = "version",
    };

    private readonly List<ITypeSymbol> _enclosing = [];
    private int _objects;

    private ShapeReader()
    {
    }

    /// <summary>Reads the type of a parameter or a result.</summary>
    /// <param name="type">The type.</param>
    /// <param name="mayBeNull">
    /// <see langword="true"/> to allow null regardless of the nullable annotation of the type; otherwise, <see langword="false"/>.
    /// </param>
    public static ContractShape Read(ITypeSymbol type, bool mayBeNull = false)
    {
        var shape = new ShapeReader().ReadDirect(type);
        return mayBeNull ? OrNull(shape) : shape;
    }

    private static ContractShape Plain(string word) => new(ContractShapeKind.Plain, word);

    private static ContractShape List(ContractShape element) => new(ContractShapeKind.List, Elements: ImmutableArray.Create(element));

    private static ContractShape Opaque(ITypeSymbol type) =>
        new(ContractShapeKind.Opaque, type is INamedTypeSymbol named ? TaskNaming.NestedName(named, ".") : "");

    private static ContractShape WithNull(ContractShape shape, ITypeSymbol type) =>
        type.IsReferenceType && type.NullableAnnotation != NullableAnnotation.NotAnnotated ? OrNull(shape) : shape;

    // The shape for arbitrary JSON already accepts null.
    private static ContractShape OrNull(ContractShape shape) =>
        shape is { Kind: ContractShapeKind.Opaque, Name: "" } ? shape : shape with { IsNullable = true };

    private ContractShape ReadDirect(ITypeSymbol type)
    {
        var read = TypeReader.Read(type);
        return WithNull(
            read.Kind switch
            {
                PayloadKind.Plain => Plain(Words[read.Member!]),
                PayloadKind.Enum => ReadEnum((INamedTypeSymbol)type, Words[read.Member!]),
                PayloadKind.Nullable => OrNull(ReadDirect(((INamedTypeSymbol)type).TypeArguments[0])),
                PayloadKind.Array => List(ReadDirect(((IArrayTypeSymbol)type).ElementType)),
                PayloadKind.Collection => List(ReadDirect(((INamedTypeSymbol)type).TypeArguments[0])),
                PayloadKind.Tuple => new ContractShape(ContractShapeKind.Tuple, Elements: ReadElements((INamedTypeSymbol)type)),
                _ => ReadDescribed(type),
            },
            type);
    }

    private ImmutableArray<ContractShape> ReadElements(INamedTypeSymbol tuple)
    {
        var elements = ImmutableArray.CreateBuilder<ContractShape>(tuple.TupleElements.Length);
        foreach (var element in tuple.TupleElements)
        {
            elements.Add(ReadDirect(element.Type));
        }

        return elements.ToImmutable();
    }

    private ContractShape ReadInside(ITypeSymbol type, ISymbol? member) => WithNull(
        member is not null && JsonMembers.FindConverter(member) is { } converter ? ReadConverted(type, converter) : ReadDescribed(type),
        type);

    private ContractShape ReadDescribed(ITypeSymbol type)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            return OrNull(ReadDescribed(nullable.TypeArguments[0]));
        }

        if (JsonMembers.FindConverter(type) is { } converter && !type.Is(MetadataNames.TaskId))
        {
            return ReadConverted(type, converter);
        }

        return type switch
        {
            _ when IsAnything(type) => new ContractShape(ContractShapeKind.Opaque),
            _ when PlainWord(type) is { } word => Plain(word),
            INamedTypeSymbol { TypeKind: TypeKind.Enum, EnumUnderlyingType: { } number } named =>
                ReadEnum(named, Words[TypeReader.Read(number).Member!]),
            IArrayTypeSymbol { IsSZArray: true } array => List(ReadInside(array.ElementType, member: null)),
            INamedTypeSymbol named
                when FindInterface(named, MetadataNames.Framework.DictionaryInterface, MetadataNames.Framework.ReadOnlyDictionaryInterface)
                    is { } map =>
                new ContractShape(
                    ContractShapeKind.Map,
                    Elements: ImmutableArray.Create(ReadInside(map.TypeArguments[0], null), ReadInside(map.TypeArguments[1], null))),
            INamedTypeSymbol named when FindInterface(named, MetadataNames.Framework.EnumerableInterface) is { } list =>
                List(ReadInside(list.TypeArguments[0], null)),
            INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } named => ReadObject(named),
            _ => Opaque(type),
        };
    }

    private ContractShape ReadObject(INamedTypeSymbol type)
    {
        var index = _enclosing.FindIndex(enclosing => SymbolEqualityComparer.Default.Equals(enclosing, type));
        if (index >= 0)
        {
            return new ContractShape(ContractShapeKind.Enclosing, (_enclosing.Count - index).ToString(CultureInfo.InvariantCulture));
        }

        if (_enclosing.Count == MostLevels || ++_objects > MostObjects || WireMembers.Of(type) is not { } members)
        {
            return Opaque(type);
        }

        _enclosing.Add(type);
        var shapes = ImmutableArray.CreateBuilder<ContractMember>();
        foreach (var member in members)
        {
            shapes.Add(new ContractMember(member.Name, member.IsOptional, ReadInside(member.Type, member.Symbol)));
        }

        _enclosing.RemoveAt(_enclosing.Count - 1);
        return new ContractShape(ContractShapeKind.Object, Members: shapes.ToImmutable());
    }

    private static ContractShape ReadConverted(ITypeSymbol type, ITypeSymbol converter)
    {
        var value = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0]
            : type;
        var isByName = converter.Is(JsonNames.StringEnumConverter) || converter.Is(JsonNames.StringEnumConverterOfT);
        var shape = isByName && value is INamedTypeSymbol { TypeKind: TypeKind.Enum } named
            ? ReadEnum(named, ContractShape.Text)
            : Opaque(value);
        return shape with { IsNullable = !SymbolEqualityComparer.Default.Equals(value, type) };
    }

    private static ContractShape ReadEnum(INamedTypeSymbol type, string word)
    {
        var constants = ImmutableArray.CreateBuilder<ContractConstant>();
        foreach (var member in type.GetMembers())
        {
            if (member is IFieldSymbol { HasConstantValue: true } field)
            {
                constants.Add(word == ContractShape.Text
                    ? new ContractConstant(AttributeReader.ReadText(field.FindAttribute(JsonNames.StringEnumMemberName)) ?? field.Name, "")
                    : new ContractConstant(field.Name, Convert.ToString(field.ConstantValue, CultureInfo.InvariantCulture)));
            }
        }

        return new ContractShape(ContractShapeKind.Enum, word, Constants: constants.ToImmutable());
    }

    private static string? PlainWord(ITypeSymbol type)
    {
        if (TypeReader.Read(type) is { Kind: PayloadKind.Plain, Member: { } member } && member != "TaskFailure")
        {
            return Words[member];
        }

        return SerializerWords.TryGetValue(type.GetFullMetadataName(), out var word) ? word : null;
    }

    private static bool IsAnything(ITypeSymbol type) => type.SpecialType == SpecialType.System_Object
        || type.Is(MetadataNames.Framework.JsonElement) || type.Is(JsonNames.Document) || type.IsOrDerivesFrom(JsonNames.Node);

    private static INamedTypeSymbol? FindInterface(INamedTypeSymbol type, params string[] names)
    {
        foreach (var name in names)
        {
            if (type.Is(name))
            {
                return type;
            }

            foreach (var implemented in type.AllInterfaces)
            {
                if (implemented.Is(name))
                {
                    return implemented;
                }
            }
        }

        return null;
    }
}
