namespace TaskGen.Generator.ContractFile;

/// <summary>Specifies the kind of a JSON value.</summary>
internal enum ContractShapeKind
{
    /// <summary>A number, string, or Boolean with a known format, such as <c>int</c> or <c>date</c>.</summary>
    Plain,

    /// <summary>A member of an enumeration, by number (<c>enum int {Red = 0}</c>) or by name (<c>enum string {Red}</c>).</summary>
    Enum,

    /// <summary>An array of any length, such as <c>[int]</c>.</summary>
    List,

    /// <summary>An object with arbitrary member names, such as <c>{[string]: int}</c>.</summary>
    Map,

    /// <summary>An array of a fixed length, such as <c>(int, string)</c>.</summary>
    Tuple,

    /// <summary>An object with known members, such as <c>{Id: int, Note?: string}</c>.</summary>
    Object,

    /// <summary>
    /// An object of the same type as an enclosing object: <c>^1</c> refers to the innermost enclosing object, <c>^2</c> to the next one.
    /// </summary>
    Enclosing,

    /// <summary>
    /// JSON that cannot be analyzed: <c>json</c>, or <c>json&lt;Money&gt;</c> if a converter writes values of the type <c>Money</c>.
    /// </summary>
    Opaque,
}
