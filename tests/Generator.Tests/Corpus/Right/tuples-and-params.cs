// Tuples go element by element.
public sealed class RangeTasks
{
    [Task(Name = "ranges.sum")]
    public int Sum((int From, int To) range, params int[] more) => range.To - range.From + more.Length;
}
