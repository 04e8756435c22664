namespace TaskGen.Generator.Symbols;

/// <summary>Specifies why generated code cannot call a constructor.</summary>
internal enum ConstructorObstacle
{
    /// <summary>Generated code can call the constructor.</summary>
    None,

    /// <summary>The compiler generates the constructor to copy a record.</summary>
    CopiesRecord,

    /// <summary>The constructor is private or protected.</summary>
    NotAccessible,

    /// <summary>A parameter is passed by reference.</summary>
    Reference,

    /// <summary>The type of a parameter is a ref struct.</summary>
    RefStruct,

    /// <summary>A parameter is a pointer.</summary>
    Pointer,

    /// <summary>The type has required members, and the constructor does not declare that it sets them.</summary>
    RequiredMember,
}
