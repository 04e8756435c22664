namespace TaskGen.Generator.Model;

/// <summary>Specifies how the values of a type are serialized.</summary>
internal enum PayloadKind
{
    /// <summary>A type for which the runtime has a predefined serializer.</summary>
    Plain,

    /// <summary>An enumeration, which is written as a number.</summary>
    Enum,

    /// <summary>A nullable value type.</summary>
    Nullable,

    /// <summary>A one-dimensional array.</summary>
    Array,

    /// <summary>A list, or a list or sequence interface.</summary>
    Collection,

    /// <summary>A tuple, which is written as an array of its elements.</summary>
    Tuple,

    /// <summary>A type that <c>System.Text.Json</c> serializes, with the metadata from the JSON options.</summary>
    Json,
}
