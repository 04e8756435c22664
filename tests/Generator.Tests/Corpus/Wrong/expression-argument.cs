// Expression trees name CLR members; they do not travel.
public sealed class FilterTasks
{
    [Task(Name = "filter.run")]
    public void Run(System.Linq.Expressions.Expression<Func<int, bool>> [|TG0101:filter|]) => Console.WriteLine(filter);
}
