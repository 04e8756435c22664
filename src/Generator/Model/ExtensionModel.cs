namespace TaskGen.Generator.Model;

/// <summary>
/// Represents the data from which <c>AddGeneratedTasks</c> is generated. It does not include the tasks, so that a changed task does not
/// change it.
/// </summary>
/// <param name="Assembly">The assembly.</param>
/// <param name="HasModule"><see langword="true"/> if a module is generated for the assembly; otherwise, <see langword="false"/>.</param>
internal sealed record ExtensionModel(AssemblyModel Assembly, bool HasModule);
