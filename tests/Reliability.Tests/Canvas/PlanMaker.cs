using Reliability.Worker;

namespace Reliability.Tests;

/// <summary>Makes random plans. Numbers rise from one plan to the next, so that each has its own.</summary>
internal sealed class PlanMaker(Random random)
{
    private const int Depth = 4;
    private const int MaxMembers = 4;
    private const int TroubleOneIn = 12;

    private readonly List<Plan.Leaf> _twins = [];
    private int _last;

    /// <summary>A plan of at most four levels.</summary>
    public Plan Next()
    {
        _twins.Clear();
        return Make(Depth);
    }

    private Plan Make(int depth)
    {
        if (depth == 0)
        {
            return MakeLeaf();
        }

        switch (random.Next(9))
        {
            case 0:
                return MakeLeaf();
            case 1 or 2:
                return new Plan.Then(Make(depth - 1), ++_last, MakeConduct(), random.Next(3) == 0);
            case 3:
                return new Plan.After(Make(depth - 1), Make(depth - 1));
            case 4 or 5 or 6:
                var members = Enumerable.Range(0, random.Next(MaxMembers + 1)).Select(_ => Make(depth - 1)).ToList();
                return new Plan.Chord(members, ++_last, MakeConduct());
            case 7:
                return new Plan.Heard(Make(depth - 1), ++_last);
            default:
                return new Plan.Rescued(Make(depth - 1), Make(depth - 1));
        }
    }

    private Plan.Leaf MakeLeaf()
    {
        if (random.Next(6) > 0)
        {
            return new Plan.Leaf(++_last, MakeConduct(), random.Next(3) == 0, IsTwin: false);
        }

        // A twin that fails frees its key, and the next one would rightly be another task.
        if (_twins.Count == 0 || random.Next(2) == 0)
        {
            _twins.Add(new Plan.Leaf(++_last, random.Next(2) == 0 ? Conduct.Succeed : Conduct.Retry, Elsewhere: false, IsTwin: true));
        }

        return _twins[random.Next(_twins.Count)];
    }

    private Conduct MakeConduct() => random.Next(TroubleOneIn) switch
    {
        0 => random.Next(2) == 0 ? Conduct.Fail : Conduct.Reject,
        1 => random.Next(2) == 0 ? Conduct.Cancel : Conduct.Expire,
        2 => Conduct.Retry,
        _ => Conduct.Succeed,
    };
}
