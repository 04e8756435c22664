namespace TaskGen.Generator.Rules.Usage;

/// <summary>Specifies the loss when an object of a derived type is serialized as its base type.</summary>
internal enum SliceKind
{
    /// <summary>Members that only the derived type has are not written.</summary>
    Members,

    /// <summary>Members of the base type that the derived type overrides behave like those of the base type.</summary>
    Overrides,

    /// <summary>The serializer refuses the object, because the polymorphic base type does not list its type.</summary>
    Refused,
}
