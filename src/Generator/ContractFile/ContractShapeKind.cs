namespace TaskGen.Generator.ContractFile;

/// <summary>What kind of JSON a value is.</summary>
internal enum ContractShapeKind
{
    /// <summary>A single token of a known format: <c>int</c>, <c>date</c>.</summary>
    Plain,

    /// <summary>A member of an enumeration: <c>enum int {Red = 0}</c>, or by its name <c>enum string {Red}</c>.</summary>
    Enum,

    /// <summary>An array of any length: <c>[int]</c>.</summary>
    List,

    /// <summary>An object with any names: <c>{[string]: int}</c>.</summary>
    Map,

    /// <summary>An array of a fixed length: <c>(int, string)</c>.</summary>
    Tuple,

    /// <summary>An object with known members: <c>{Id: int, Note?: string}</c>.</summary>
    Object,

    /// <summary>An object that is being described: <c>^1</c> is the one this stands in, <c>^2</c> the one around that.</summary>
    Enclosing,

    /// <summary>JSON that the compiler cannot look into: <c>json</c>, or <c>json&lt;Money&gt;</c> where a converter writes it.</summary>
    Opaque,
}
