namespace TaskGen.Generator.Model;

/// <summary>Represents a task class with its tasks, which are emitted into one file.</summary>
/// <param name="Class">The class.</param>
/// <param name="Tasks">The tasks of the class whose generated names do not conflict, in order.</param>
internal sealed record ClientModel(TaskClassModel Class, EquatableArray<TaskModel> Tasks);
