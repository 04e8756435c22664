// Rows would be read after the execution has ended and its scope with the connection is gone.
public sealed class RowTasks
{
    [Task(Name = "rows.read")]
    public async IAsyncEnumerable<int> [|TG0004:Read|](int count)
    {
        for (var row = 0; row < count; row++)
        {
            await Task.Yield();
            yield return row;
        }
    }
}
