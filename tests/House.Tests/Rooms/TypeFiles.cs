using System.Reflection.Metadata;
using Mono.Cecil;
using Mono.Cecil.Cil;
using TypeDefinition = Mono.Cecil.TypeDefinition;

namespace House.Tests.Rooms;

/// <summary>Says from the symbols of an assembly which file a type was compiled from.</summary>
internal sealed class TypeFiles
{
    // The compiler records the files of types without method bodies (interfaces, enumerations, delegates) under this id.
    private static readonly Guid TypeDefinitionDocuments = new("932E74BC-DBA9-4478-8D46-0F32A7BAB3D3");

    private readonly List<string> _documents = [""];

    /// <param name="symbols">The path of the portable PDB.</param>
    public TypeFiles(string symbols)
    {
        using var provider = MetadataReaderProvider.FromPortablePdbStream(File.OpenRead(symbols));
        var reader = provider.GetMetadataReader();
        _documents.AddRange(reader.Documents.Select(handle => reader.GetString(reader.GetDocument(handle).Name)));
    }

    /// <summary>The path of the file, with slashes; null for what no file of the project declares.</summary>
    public string? Of(TypeDefinition type) =>
        FromBodies(type) ?? type.NestedTypes.Select(Of).FirstOrDefault(static file => file is not null) ?? FromType(type);

    private static string? FromBodies(TypeDefinition type) => type.Methods
        .Where(static method => method.HasBody)
        .SelectMany(static method => method.DebugInformation.SequencePoints)
        .Select(static point => point.Document.Url.Replace('\\', '/'))
        .FirstOrDefault(static file => !file.Contains("/obj/", StringComparison.Ordinal));

    private string? FromType(TypeDefinition type) => type.CustomDebugInformations
        .OfType<BinaryCustomDebugInformation>()
        .Where(static information => information.Identifier == TypeDefinitionDocuments)
        .Select(information => _documents[ReadCompressed(information.Data)].Replace('\\', '/'))
        .FirstOrDefault();

    // ECMA-335, II.23.2: an unsigned integer in 1, 2 or 4 bytes.
    private static int ReadCompressed(byte[] data) => data[0] switch
    {
        < 0x80 => data[0],
        < 0xC0 => ((data[0] & 0x3F) << 8) | data[1],
        _ => ((data[0] & 0x1F) << 24) | (data[1] << 16) | (data[2] << 8) | data[3],
    };
}
