namespace TaskGen.Generator.Model;

/// <summary>One class of tasks and its tasks: what one generated file is made of.</summary>
/// <param name="Class">The class.</param>
/// <param name="Tasks">Its tasks that can be emitted side by side, in order.</param>
internal sealed record ClientModel(TaskClassModel Class, EquatableArray<TaskModel> Tasks);
