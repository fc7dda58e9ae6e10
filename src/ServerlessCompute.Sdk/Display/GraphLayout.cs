namespace ServerlessCompute;

/// <summary>
/// Where the boxes and arrows of a graph stand. Arrows across several rows get a place in each of them; the order in a row follows the middle
/// of the neighbours above and below; then each box comes as near to its neighbours as the others in its row allow.
/// </summary>
internal sealed class GraphLayout
{
    public const double BoxWidth = 176;
    private const double BendWidth = 18;
    private const double Gap = 26;
    private const int Turns = 8;
    private const int BendsAtMost = 4000;

    private readonly List<int> _rowOf;
    private readonly List<int>[] _above;
    private readonly List<int>[] _below;
    private readonly List<int>[] _rows;
    private readonly double[] _x;
    private readonly int _boxes;

    public GraphLayout(PipelineGraph graph, int[] rows)
    {
        _boxes = rows.Length;
        _rowOf = [.. rows];
        var links = new List<(int From, int To)>();
        Routes = [.. graph.Edges.Select(edge => Route(edge, rows, links))];
        int count = _rowOf.Count;
        (_above, _below) = ([.. Enumerable.Range(0, count).Select(static _ => new List<int>())], [.. Enumerable.Range(0, count).Select(static _ => new List<int>())]);
        foreach ((int from, int to) in links)
        {
            _below[from].Add(to);
            _above[to].Add(from);
        }

        int rowCount = count == 0 ? 0 : _rowOf.Max() + 1;
        _rows = [.. Enumerable.Range(0, rowCount).Select(static _ => new List<int>())];
        for (int node = 0; node < count; node++)
        {
            _rows[_rowOf[node]].Add(node);
        }

        _x = new double[count];
        Order();
        Place();
    }

    /// <summary>The places that each arrow goes through, in the order of the graph's arrows.</summary>
    public IReadOnlyList<int[]> Routes { get; }

    public int RowCount => _rows.Length;

    public double Width { get; private set; }

    public int RowOf(int place) => _rowOf[place];

    /// <summary>The middle of a place.</summary>
    public double X(int place) => _x[place];

    private int[] Route(GraphEdge edge, int[] rows, List<(int From, int To)> links)
    {
        var route = new List<int> { edge.From };
        for (int row = rows[edge.From] + 1; row < rows[edge.To] && _rowOf.Count - _boxes < BendsAtMost; row++)
        {
            links.Add((route[^1], _rowOf.Count));
            route.Add(_rowOf.Count);
            _rowOf.Add(row);
        }

        route.Add(edge.To);
        if (_rowOf[route[^2]] == rows[edge.To] - 1)
        {
            links.Add((route[^2], edge.To));
        }

        return [.. route];
    }

    private double WidthOf(int place) => place < _boxes ? BoxWidth : BendWidth;

    /// <summary>Down and up again, a few times: each row in the order of the middles of its neighbours in the row before.</summary>
    private void Order()
    {
        int[] position = new int[_rowOf.Count];
        foreach (List<int> row in _rows)
        {
            Number(row);
        }

        for (int turn = 0; turn < Turns; turn++)
        {
            bool isDown = turn % 2 == 0;
            List<int>[] neighbours = isDown ? _above : _below;
            foreach (List<int> row in isDown ? _rows : _rows.Reverse())
            {
                int[] sorted = [.. row.OrderBy(place => neighbours[place].Count == 0 ? position[place] : neighbours[place].Average(other => position[other]))];
                row.Clear();
                row.AddRange(sorted);
                Number(row);
            }
        }

        void Number(List<int> row)
        {
            for (int i = 0; i < row.Count; i++)
            {
                position[row[i]] = i;
            }
        }
    }

    private void Place()
    {
        foreach (List<int> row in _rows)
        {
            double width = row.Sum(place => WidthOf(place) + Gap);
            double x = -width / 2;
            foreach (int place in row)
            {
                _x[place] = x + (WidthOf(place) / 2);
                x += WidthOf(place) + Gap;
            }
        }

        for (int turn = 0; turn < Turns; turn++)
        {
            bool isDown = turn % 2 == 0;
            List<int>[] neighbours = isDown ? _above : _below;
            foreach (List<int> row in isDown ? _rows : _rows.Reverse())
            {
                Settle(row, [.. row.Select(place => neighbours[place].Count == 0 ? _x[place] : neighbours[place].Average(other => _x[other]))]);
            }
        }

        double left = _x.Length == 0 ? 0 : Enumerable.Range(0, _x.Length).Min(place => _x[place] - (WidthOf(place) / 2));
        for (int place = 0; place < _x.Length; place++)
        {
            _x[place] -= left;
        }

        Width = _x.Length == 0 ? 0 : Enumerable.Range(0, _x.Length).Max(place => _x[place] + (WidthOf(place) / 2));
    }

    /// <summary>
    /// The nearest places to the wanted ones that keep the order and the distances: neighbours that would overlap become a block, which goes to
    /// the middle of what its members want.
    /// </summary>
    private void Settle(List<int> row, double[] wanted)
    {
        double[] offset = new double[row.Count];
        var blocks = new List<(double Sum, int Count)>();
        for (int i = 0; i < row.Count; i++)
        {
            offset[i] = i == 0 ? 0 : offset[i - 1] + ((WidthOf(row[i - 1]) + WidthOf(row[i])) / 2) + Gap;
            (double Sum, int Count) block = (wanted[i] - offset[i], 1);
            while (blocks.Count > 0 && blocks[^1].Sum / blocks[^1].Count > block.Sum / block.Count)
            {
                block = (blocks[^1].Sum + block.Sum, blocks[^1].Count + block.Count);
                blocks.RemoveAt(blocks.Count - 1);
            }

            blocks.Add(block);
        }

        int at = 0;
        foreach ((double sum, int count) in blocks)
        {
            for (int i = 0; i < count; i++, at++)
            {
                _x[row[at]] = (sum / count) + offset[at];
            }
        }
    }
}
