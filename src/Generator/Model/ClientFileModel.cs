namespace TaskGen.Generator.Model;

/// <summary>Represents the generated file of a task class.</summary>
/// <param name="Client">The class with the tasks that the file contains.</param>
/// <param name="File">The file.</param>
internal sealed record ClientFileModel(ClientModel Client, GeneratedText File);
