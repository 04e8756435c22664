namespace TaskGen.Generator.Model;

/// <summary>Represents the tasks and conditions in one source file.</summary>
/// <param name="Tasks">The tasks that break no rule.</param>
/// <param name="Conditions">The conditions that break no rule.</param>
internal sealed record FileModel(EquatableArray<TaskModel> Tasks, EquatableArray<ConditionModel> Conditions);
