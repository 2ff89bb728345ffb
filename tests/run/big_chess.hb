// expect: 20 400
// expect: 48 2039
// expect: 14 191
// expect: 6 264

// A chess move generator on a 0x88 board: perft from several positions.

Kind :: enum {u8}
    NONE
    PAWN
    KNIGHT
    BISHOP
    ROOK
    QUEEN
    KING
end

Side :: enum {u8}
    WHITE
    BLACK
end

Piece :: struct
    kind: Kind
    side: Side
end

Castling :: enum {u8} #flags
    WHITE_SHORT
    WHITE_LONG
    BLACK_SHORT
    BLACK_LONG
end

Board :: struct
    squares: Array{Piece, 128}
    turn: Side
    castling: Castling
    passant: i32 = -1
    kings: Array{i32, 2}
end

Move :: struct
    from, to: i32
    promotion: Kind
    special: u8        // 1 two steps, 2 en passant, 3 castling
end

Moves :: struct
    items: Array{Move, 220}
    length: Int
end

KNIGHT_STEPS :: Array{i32, 8}{14, 18, 31, 33, -14, -18, -31, -33}
KING_STEPS :: Array{i32, 8}{1, -1, 16, -16, 15, 17, -15, -17}

other :: (s: Side) -> Side #inline => ifx s == .WHITE => .BLACK else => .WHITE end

add :: (m: *Moves, from: i32, to: i32, promotion: Kind = .NONE, special: u8 = 0) #inline
    m.items[m.length] = {from, to, promotion, special}
    m.length += 1
end

off :: (square: i32) -> Bool #inline => square & 0x88 != 0

add_pawn :: (m: *Moves, from: i32, to: i32)
    if to < 16 || to >= 112
        m.add(from, to, .QUEEN)
        m.add(from, to, .ROOK)
        m.add(from, to, .BISHOP)
        m.add(from, to, .KNIGHT)
    else
        m.add(from, to)
    end
end

pawn_moves :: (b: *Board, m: *Moves, from: i32)
    step: i32 = ifx b.turn == .WHITE => 16 else => -16 end
    start: i32 = ifx b.turn == .WHITE => 1 else => 6 end
    ahead := from + step
    if !off(ahead) && b.squares[ahead].kind == .NONE
        m.add_pawn(from, ahead)
        two := ahead + step
        if from >> 4 == start && b.squares[two].kind == .NONE
            m.add(from, two, special = 1)
        end
    end
    for side in Array{i32, 2}{-1, 1}
        to := ahead + side
        if off(to) continue; end
        target := b.squares[to]
        if target.kind != .NONE && target.side != b.turn
            m.add_pawn(from, to)
        else if to == b.passant
            m.add(from, to, special = 2)
        end
    end
end

steps :: (b: *Board, m: *Moves, from: i32, directions: Array{i32, 8}, first: Int, last: Int, slides: Bool) #inline
    for i in first..<last
        to := from
        while true
            to += directions[i]
            if off(to) break; end
            target := b.squares[to]
            if target.kind != .NONE
                if target.side != b.turn m.add(from, to); end
                break
            end
            m.add(from, to)
            if !slides break; end
        end
    end
end

is_attacked :: (b: *Board, square: i32, by: Side) -> Bool
    step: i32 = ifx by == .WHITE => -16 else => 16 end
    for side in Array{i32, 2}{-1, 1}
        at := square + step + side
        if !off(at) && b.squares[at] == Piece{.PAWN, by} return true; end
    end
    for d in KNIGHT_STEPS
        at := square + d
        if !off(at) && b.squares[at] == Piece{.KNIGHT, by} return true; end
    end
    for d, i in KING_STEPS
        at := square + d
        if off(at) continue; end
        if b.squares[at] == Piece{.KING, by} return true; end
        straight: Kind = ifx i < 4 => .ROOK else => .BISHOP end
        while !off(at)
            p := b.squares[at]
            if p.kind != .NONE
                if p.side == by && (p.kind == .QUEEN || p.kind == straight) return true; end
                break
            end
            at += d
        end
    end
    return false
end

castle :: (b: *Board, m: *Moves, king: i32, right: Castling, direction: i32, empty: i32)
    if right & b.castling == Castling{} return; end
    for i in 1..=empty
        if b.squares[king + direction * i].kind != .NONE return; end
    end
    for i in i32(0)..=2
        if is_attacked(b, king + direction * i, other(b.turn)) return; end
    end
    m.add(king, king + 2 * direction, special = 3)
end

generate :: (b: *Board, m: *Moves)
    for from in i32(0)..<128
        if off(from) continue; end
        p := b.squares[from]
        if p.kind == .NONE || p.side != b.turn continue; end
        match p.kind
        case .PAWN => pawn_moves(b, m, from)
        case .KNIGHT => steps(b, m, from, KNIGHT_STEPS, 0, 8, false)
        case .BISHOP => steps(b, m, from, KING_STEPS, 4, 8, true)
        case .ROOK => steps(b, m, from, KING_STEPS, 0, 4, true)
        case .QUEEN => steps(b, m, from, KING_STEPS, 0, 8, true)
        case .KING
            steps(b, m, from, KING_STEPS, 0, 8, false)
            if b.turn == .WHITE
                castle(b, m, from, .WHITE_SHORT, 1, 2)
                castle(b, m, from, .WHITE_LONG, -1, 3)
            else
                castle(b, m, from, .BLACK_SHORT, 1, 2)
                castle(b, m, from, .BLACK_LONG, -1, 3)
            end
        case .NONE
        end
    end
end

lost_right :: (square: i32) -> Castling
    return match square
    case 0 => .WHITE_LONG
    case 7 => .WHITE_SHORT
    case 4 => .WHITE_SHORT | .WHITE_LONG
    case 112 => .BLACK_LONG
    case 119 => .BLACK_SHORT
    case 116 => .BLACK_SHORT | .BLACK_LONG
    else => Castling{}
    end
end

make :: (b: *Board, m: Move)
    p := b.squares[m.from]
    b.squares[m.from] = Piece{}
    b.squares[m.to] = ifx m.promotion == .NONE => p else => Piece{m.promotion, p.side} end
    b.passant = -1
    match m.special
    case 1 => b.passant = (m.from + m.to) / 2
    case 2 => b.squares[m.to + ifx p.side == .WHITE => -16 else => 16 end] = Piece{}
    case 3
        rook_from, rook_to := ifx m.to > m.from => m.to + 1 else => m.to - 2 end, (m.from + m.to) / 2
        b.squares[rook_to] = b.squares[rook_from]
        b.squares[rook_from] = Piece{}
    else
    end
    b.castling &= ~(lost_right(m.from) | lost_right(m.to))
    if p.kind == .KING b.kings[Int(p.side)] = m.to; end
    b.turn = other(b.turn)
end

perft :: (b: Board, depth: Int) -> Int
    moves: Moves = uninit
    moves.length = 0
    position := b
    generate(&position, &moves)
    n := 0
    for i in 0..<moves.length
        next_board := b
        make(&next_board, moves.items[i])
        if is_attacked(&next_board, next_board.kings[Int(b.turn)], next_board.turn)
            continue
        end
        n += ifx depth == 1 => 1 else => perft(next_board, depth - 1) end
    end
    return n
end

from_fen :: (fen: String) -> Board
    b: Board
    at: i32 = 112
    i := 0
    while fen[i] != ' '
        c := fen[i]
        i += 1
        match c
        case '/' => at -= 24
        case '1'..='8' => at += i32(c - '0')
        else
            side: Side = ifx c >= 'a' => .BLACK else => .WHITE end
            kind: Kind = match c | 32
            case 'p' => .PAWN
            case 'n' => .KNIGHT
            case 'b' => .BISHOP
            case 'r' => .ROOK
            case 'q' => .QUEEN
            case 'k' => .KING
            else => panic("no such piece")
            end
            if kind == .KING b.kings[Int(side)] = at; end
            b.squares[at] = {kind, side}
            at += 1
        end
    end
    b.turn = ifx fen[i + 1] == 'w' => .WHITE else => .BLACK end
    for r in fen[i + 3..]
        match r
        case 'K' => b.castling |= .WHITE_SHORT
        case 'Q' => b.castling |= .WHITE_LONG
        case 'k' => b.castling |= .BLACK_SHORT
        case 'q' => b.castling |= .BLACK_LONG
        else => break
        end
    end
    return b
end

main :: (arguments: Slice{String}) -> Int
    depth := ifx arguments.length > 1 => Int(arguments[1][0] - '0') else => 2 end
    fens := Array{String, _}{
        "rnbqkbnr/pppppppp/8/8/8/8/PPPPPPPP/RNBQKBNR w KQkq -",
        "r3k2r/p1ppqpb1/bn2pnp1/3PN3/1p2P3/2N2Q1p/PPPBBPPP/R3K2R w KQkq -",
        "8/2p5/3p4/KP5r/1R3p1k/8/4P1P1/8 w - -",
        "r2q1rk1/pP1p2pp/Q4n2/bbp1p3/Np6/1B3NBn/pPPP1PPP/R3K2R b KQ -",
    }
    for fen in fens
        b := from_fen(fen)
        for d in 1..=depth
            print("{}{}", ifx d > 1 => " " else => "" end, perft(b, d))
        end
        print("\n")
    end
    return 0
end
