namespace TaskGen.Generator.Rules.Payload;

/// <summary>Specifies the code that sets a property or field of a type.</summary>
[Flags]
internal enum StateOrigins
{
    /// <summary>No code sets the member.</summary>
    None = 0,

    /// <summary>The constructor that the serializer calls sets the member to a value that depends on its parameters.</summary>
    Parameter = 1,

    /// <summary>An initializer, or the constructor that the serializer calls, sets the member to the same value in each object.</summary>
    Constant = 2,

    /// <summary>An initializer, or the constructor that the serializer calls, creates an object.</summary>
    Created = 4,

    /// <summary>An initializer, or the constructor that the serializer calls, sets the member to a value that differs each time.</summary>
    Fresh = 8,

    /// <summary>The setter of a property that the serializer reads sets the member.</summary>
    Setter = 16,

    /// <summary>The member is set when it is first needed, so its value can be computed again.</summary>
    Lazy = 32,

    /// <summary>Another constructor or a method sets the member.</summary>
    Elsewhere = 64,

    /// <summary>The elements of the member are changed.</summary>
    Changed = 128,
}
