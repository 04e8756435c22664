namespace TaskGen.Generator.Model;

/// <summary>Specifies how the values of a type are serialized.</summary>
internal enum PayloadKind
{
    /// <summary>The runtime has a predefined value for the type.</summary>
    Plain,

    /// <summary>An enumeration, which is written as a number.</summary>
    Enum,

    /// <summary>A nullable value type.</summary>
    Nullable,

    /// <summary>A one-dimensional array.</summary>
    Array,

    /// <summary>A list, or an interface of a list or sequence.</summary>
    Collection,

    /// <summary>A tuple, which is written as an array of its elements.</summary>
    Tuple,

    /// <summary>A type that the JSON serializer writes, with the description in the JSON options.</summary>
    Json,
}
