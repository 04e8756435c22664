namespace TaskGen.Generator.Model;

/// <summary>How a type travels.</summary>
internal enum PayloadKind
{
    /// <summary>The runtime knows it by name.</summary>
    Plain,

    /// <summary>As its number.</summary>
    Enum,

    /// <summary>A value type or null.</summary>
    Nullable,

    /// <summary>A one-dimensional array.</summary>
    Array,

    /// <summary>A list or an interface of one.</summary>
    Collection,

    /// <summary>Element by element.</summary>
    Tuple,

    /// <summary>Through the user's JSON description.</summary>
    Json,
}
