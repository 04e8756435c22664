namespace TaskGen.Generator.Model;

/// <summary>What one file declares.</summary>
/// <param name="Tasks">Its tasks that break no rule.</param>
/// <param name="Conditions">Its conditions that break no rule.</param>
internal sealed record FileModel(EquatableArray<TaskModel> Tasks, EquatableArray<ConditionModel> Conditions);
